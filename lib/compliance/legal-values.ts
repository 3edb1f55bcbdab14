import { LEGAL_PARAMETERS, legalParameters, strictest } from '../../constructs/kisms';
import type { AccountRow } from '../model/organization-model';
import type { ComplianceReport } from './compliance-report';

/**
 * What law prescribes for the organization as a whole, and the accounts whose data decides it: those that ask for more
 * than every system must do, or else those with personal data.
 *
 * @param effectiveOn - day whose text counts, `YYYY-MM-DD`
 */
export function legalValues(accounts: readonly AccountRow[], effectiveOn: string): ComplianceReport['legal'] {
  const all = legalParameters(strictest(accounts.map(({ data }) => data)), effectiveOn);
  const least = legalParameters(strictest([]), effectiveOn);
  return LEGAL_PARAMETERS.map(({ name, title, basis }) => ({
    name,
    title,
    value: String(all[name]),
    basis,
    accounts: accounts
      .filter(({ data }) =>
        all[name] === least[name] ? data.personalData : legalParameters(data, effectiveOn)[name] === all[name],
      )
      .map((account) => account.name),
  }));
}
