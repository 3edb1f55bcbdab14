import { KISMS_RULES } from '../../constructs/kisms-checks';
import type { LoadedOrganization } from '../load-config';
import { UserError } from '../user-error';
import { complianceReport } from './build-report';
import type { ComplianceReport } from './compliance-report';
import { inputHashes } from './input-hashes';
import { type LiveExports, readExports } from './live/read-exports';
import { type Observations, observe } from './observe';
import { complianceSettings } from './settings';
import type { ComplianceSettings } from './sources';

/** A report, and what was seen on the way. */
export interface MadeReport {
  readonly report: ComplianceReport;
  /** Rules in the aggregates that are none of the packs. */
  readonly otherRules: readonly string[];
}

/**
 * Makes the report of an organization, synthesizing it for what the checks find.
 *
 * @param liveDirectory - folder of exports of AWS Config. @default - the report is of the config alone
 * @throws UserError when the config has no `compliance.yaml`, or an export does not match the organization
 */
export function makeReport(organization: LoadedOrganization, liveDirectory?: string): MadeReport {
  const settings = settingsOf(organization);
  if (!settings) {
    throw new UserError({
      en: `${organization.directory} has no compliance.yaml: there is no profile to report on`,
      ko: `${organization.directory}에 compliance.yaml이 없어 보고할 프로필이 없습니다`,
    });
  }
  const live = liveDirectory === undefined ? undefined : readLive(organization, settings, liveDirectory);
  return { report: reportOf(organization, settings, observe(organization), live), otherRules: live?.otherRules ?? [] };
}

/**
 * The report of an organization that was synthesized already; absent without `compliance.yaml`.
 *
 * @param observed - what the checks found
 */
export function observedReport(organization: LoadedOrganization, observed: Observations): ComplianceReport | undefined {
  const settings = settingsOf(organization);
  return settings && reportOf(organization, settings, observed);
}

function settingsOf({ model }: LoadedOrganization): ComplianceSettings | undefined {
  return model.compliance && complianceSettings(model.compliance, model, KISMS_RULES);
}

function reportOf(
  organization: LoadedOrganization,
  settings: ComplianceSettings,
  observed: Observations,
  live?: LiveExports,
): ComplianceReport {
  return complianceReport({
    organization,
    settings,
    checks: KISMS_RULES,
    ...observed,
    inputs: inputHashes(organization, live?.files),
    ...(live && { live: live.results }),
  });
}

function readLive({ model }: LoadedOrganization, { rules }: ComplianceSettings, directory: string): LiveExports {
  const accounts = new Map(model.accounts.flatMap(({ id, name }) => (id === undefined ? [] : [[id, name] as const])));
  return readExports(directory, { accounts, rules });
}
