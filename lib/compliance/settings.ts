import { findGuardrail } from '../../constructs';
import { CONFIG_RULES, CONTROLS, conformancePackTemplates, selectRules } from '../../constructs/kisms';
import type { ComplianceModel } from '../model/compliance-model';
import { packOptions, packRegions } from '../model/compliance-pack-options';
import type { OrganizationModel } from '../model/organization-model';
import type { ReportedException } from './compliance-report';
import { criteriaOfRule, exceptionEntry } from './exceptions';
import { coveringPlaces } from './places';
import type { ComplianceSettings, DeployedRule, TitledCheck } from './sources';

/**
 * What the report must know of how an organization is held to K-ISMS.
 *
 * @param checks - checks of our own, for their criteria
 */
export function complianceSettings(
  compliance: ComplianceModel,
  model: OrganizationModel,
  checks: readonly TitledCheck[],
): ComplianceSettings {
  const { profile, strictness, effectiveOn, exclusions, guardrails, services } = compliance;
  const excluded = new Set(compliance.excludedAccounts);
  return {
    profile,
    strictness,
    effectiveOn,
    rules: deployedRules(compliance, model),
    // Organization packs reach the management account only through a service-linked role in it.
    packAccounts: model.accounts
      .filter(({ isManagement }) => !isManagement || services.managementServiceLinkedRole)
      .map(({ name }) => name)
      .filter((name) => !excluded.has(name)),
    exclusions,
    guardrailsLeftOut: new Map(guardrails.leftOut.map(({ preset, reason }) => [preset, reason])),
    exceptions: configuredExceptions(compliance, model, checks),
  };
}

/** Every rule of the catalogue with the packs that hold it, at home and where the global services evaluate. */
function deployedRules(compliance: ComplianceModel, model: OrganizationModel): DeployedRule[] {
  const regions = packRegions(model).map((region) => {
    const options = packOptions(compliance, model.homeRegion, region);
    const leftOut = new Map(selectRules(options).map((row) => [row.rule.identifier, row.leftOut]));
    return { region, leftOut, templates: conformancePackTemplates(options) };
  });
  const written = new Map(compliance.rules.map((row) => [row.rule, row]));
  return CONFIG_RULES.map(({ identifier, availability }) => {
    const packs = regions.flatMap(({ templates }) =>
      templates.filter(({ rules }) => rules.some(({ rule }) => rule.identifier === identifier)).map(({ name }) => name),
    );
    if (packs.length > 0) return { identifier, packs };
    const { enabled, reason } = written.get(identifier) ?? {};
    const leftOut =
      enabled === false && reason !== undefined
        ? { en: reason, ko: reason }
        : (regions.find(({ region }) => region === availability) ?? regions[0])?.leftOut.get(identifier);
    return { identifier, packs, ...(leftOut && { leftOut }) };
  });
}

/** What `compliance.yaml` excludes, turns off and leaves out. */
function configuredExceptions(
  { rules, exclusions, disabledChecks, guardrails, excludedAccounts }: ComplianceModel,
  model: OrganizationModel,
  checks: readonly TitledCheck[],
): ReportedException[] {
  const criteriaOfCheck = (name: string): string[] => [
    ...(checks.find(({ id }) => id === name)?.criteria ??
      CONTROLS.filter(({ mechanism, reference }) => mechanism === 'nag-rule' && reference === name).map(
        ({ criterion }) => criterion,
      )),
  ];
  return [
    ...(excludedAccounts.length === 0
      ? []
      : [
          // Nobody writes why, who approved it and until when: the register shows that.
          exceptionEntry(
            {
              kind: 'exclusion',
              subject: 'excludedAccounts',
              criteria: [],
              reason: 'compliance.yaml: excludedAccounts',
            },
            coveringPlaces(model, excludedAccounts),
          ),
        ]),
    ...rules
      .filter(({ enabled }) => enabled === false)
      .map(({ rule, reason = '' }) =>
        exceptionEntry({ kind: 'disabled-rule', subject: rule, criteria: criteriaOfRule(rule), reason }, []),
      ),
    ...exclusions.map(({ rule, accounts, resource, reason, approver, expires }) =>
      exceptionEntry({ kind: 'exclusion', subject: rule, criteria: criteriaOfRule(rule), reason, approver, expires }, [
        ...coveringPlaces(model, accounts),
        ...(resource === undefined ? [] : [resource]),
      ]),
    ),
    ...disabledChecks.map(({ check, reason, approver, expires }) =>
      exceptionEntry(
        { kind: 'disabled-check', subject: check, criteria: criteriaOfCheck(check), reason, approver, expires },
        [],
      ),
    ),
    ...guardrails.leftOut.map(({ preset, reason }) =>
      exceptionEntry(
        { kind: 'guardrail-left-out', subject: preset, criteria: findGuardrail(preset).criteria, reason },
        [],
      ),
    ),
  ];
}
