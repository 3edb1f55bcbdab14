const TWO_YEARS = 730;

/** Days of the legal period where any number can be set: CloudWatch Logs alone has 731 for two years. */
export function legalDays(accessRecordRetentionDays: number): number {
  return accessRecordRetentionDays === TWO_YEARS + 1 ? TWO_YEARS : accessRecordRetentionDays;
}
