/** What the rules must know of an organization to judge its resources. */
export interface KismsCheckOptions {
  /**
   * Days that access records are kept. The law asks for one year, or two (731, the value that CloudWatch Logs has) with
   * 50,000 data subjects, unique identifiers or sensitive data; `legalParameters()` of the catalogue computes it.
   *
   * @default 365
   */
  readonly accessRecordRetentionDays?: number;

  /**
   * Days that automatic backups are kept.
   *
   * @default 7
   */
  readonly backupRetentionDays?: number;

  /**
   * Regions that data may be stored or copied to, for the rules of overseas transfer.
   *
   * @default - the region of each stack itself
   */
  readonly allowedRegions?: readonly string[];

  /**
   * Key of the tag that tells the environment of a resource.
   *
   * @default 'Environment'
   */
  readonly environmentTag?: string;

  /**
   * Values of the environment tag that mean production.
   *
   * @default ['prod', 'production']
   */
  readonly productionValues?: readonly string[];

  /**
   * Twelve-digit ids of the accounts of the organization: access that they are given is not access from outside.
   *
   * @default - only the account of each stack itself
   */
  readonly trustedAccounts?: readonly string[];
}

/** Options with the defaults filled in, as the rules get them. */
export interface ResolvedKismsCheckOptions extends KismsCheckOptions {
  readonly accessRecordRetentionDays: number;
  readonly backupRetentionDays: number;
  readonly environmentTag: string;
  readonly productionValues: readonly string[];
  readonly trustedAccounts: readonly string[];
}

/**
 * Fills in the defaults.
 *
 * @throws Error when a number of days is not a whole one, an account is no account id, or no region is allowed
 */
export function resolveOptions(options: KismsCheckOptions = {}): ResolvedKismsCheckOptions {
  const { accessRecordRetentionDays = 365, backupRetentionDays = 7, allowedRegions, trustedAccounts = [] } = options;
  for (const [name, days] of Object.entries({ accessRecordRetentionDays, backupRetentionDays })) {
    if (!Number.isInteger(days) || days < 1) {
      throw new Error(`'${name}' is ${JSON.stringify(days)}; give a whole number of days, 1 or more`);
    }
  }
  const wrong = trustedAccounts.find((account) => !/^\d{12}$/.test(account));
  if (wrong !== undefined) {
    throw new Error(`'trustedAccounts' holds ${JSON.stringify(wrong)}; give account ids of twelve digits`);
  }
  if (allowedRegions?.length === 0) {
    throw new Error("'allowedRegions' is []; name one or more regions, or leave it out for the region of each stack");
  }
  return {
    ...options,
    accessRecordRetentionDays,
    backupRetentionDays,
    environmentTag: options.environmentTag ?? 'Environment',
    productionValues: options.productionValues ?? ['prod', 'production'],
    trustedAccounts,
  };
}
