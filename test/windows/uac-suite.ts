// SPDX-License-Identifier: MIT
import './suite';
import './uac.test';
