import type { KismsRule } from '../rule';
import { ACCESS_RULES } from './access';
import { COMPUTE_RULES } from './compute';
import { DATA_RULES } from './data';
import { DETECTION_RULES } from './detection';
import { LOGGING_RULES } from './logging';
import { NETWORK_RULES } from './network';

/** Every rule of our own, by id. */
export const KISMS_RULES: readonly KismsRule[] = [
  ...ACCESS_RULES,
  ...COMPUTE_RULES,
  ...DATA_RULES,
  ...DETECTION_RULES,
  ...LOGGING_RULES,
  ...NETWORK_RULES,
].sort((a, b) => (a.id < b.id ? -1 : 1));
