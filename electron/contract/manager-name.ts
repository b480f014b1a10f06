// SPDX-License-Identifier: MIT

/** A program of the system that configures adapters, and sets their default routes by itself. */
export type ManagerName = 'NetworkManager' | 'systemd-networkd';
