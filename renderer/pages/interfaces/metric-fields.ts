// SPDX-License-Identifier: MIT
// The two fields that are one control where both can be set.
import { fieldNamed } from '../../../electron/contract/fields';

export const automaticMetricField = fieldNamed('UseAutomaticMetric');
export const metricField = fieldNamed('Metric');
