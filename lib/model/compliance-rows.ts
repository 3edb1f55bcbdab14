import type { ComplianceConfig } from '../config/schema/compliance';
import { administratorOf, checkServices } from './check-compliance';
import {
  checkPacks,
  disabledCheckRows,
  exclusionRows,
  remediationRow,
  ruleStates,
} from './check-compliance-exceptions';
import { checkSelector } from './check-selector';
import type { ComplianceContext } from './compliance-context';
import { guardrailRows } from './compliance-guardrails';
import { legalRows } from './compliance-legal';
import type { ComplianceModel, SecurityServicesRow } from './compliance-model';
import { ruleRows } from './compliance-rules';
import { type ModelProblem, ProblemList } from './model-problem';
import type { GuardrailSetRow, PolicyRow } from './organization-model';
import { expandSelector } from './selector';

const FILE = 'compliance.yaml';

/** What `compliance.yaml` adds to the organization. */
export interface ComplianceRows {
  readonly rows: { readonly compliance?: ComplianceModel };
  /** Guardrails of the profile. */
  readonly guardrailSets: readonly GuardrailSetRow[];
  readonly policies: readonly PolicyRow[];
  readonly problems: readonly ModelProblem[];
}

/** How the organization is held to K-ISMS, the policies that this adds, and everything that is wrong with it. */
export function complianceRows(
  config: ComplianceConfig | undefined,
  surroundings: Omit<ComplianceContext, 'list'>,
): ComplianceRows {
  if (!config) return { rows: {}, guardrailSets: [], policies: [], problems: [] };
  const context: ComplianceContext = { ...surroundings, list: new ProblemList(FILE, surroundings.placeOf) };
  const { list, tree, alsoKnown } = context;
  const services = servicesOf(config);
  const detectiveSource = config.detectiveSource ?? 'config';
  const account = administratorOf(config, context);
  checkServices(services, detectiveSource, context);
  if (config.excludedAccounts) {
    const noRegions = {
      en: 'an account is left out in every Region; remove regions',
      ko: '계정은 모든 리전에서 제외됩니다: regions를 지우세요',
    };
    checkSelector(tree, config.excludedAccounts, ['excludedAccounts'], { alsoKnown, noRegions }, list);
  }
  const legal = legalRows(config, context);
  const rules = ruleRows(config, legal, context);
  const states = ruleStates({ detectiveSource, ...legal, ...rules }, context);
  const remediation = remediationRow(config, states, context);
  const { guardrails, sets } = guardrailRows(config, context);
  const compliance: ComplianceModel = {
    profile: config.profile,
    strictness: config.strictness ?? 'baseline',
    account,
    detectiveSource,
    ...legal,
    ...rules,
    excludedAccounts: expandSelector(tree, config.excludedAccounts ?? {}).map(({ name }) => name),
    exclusions: exclusionRows(config, states, context),
    ...(remediation && { remediation }),
    guardrails,
    disabledChecks: disabledCheckRows(config, context),
    services,
  };
  checkPacks(compliance, context);
  return {
    rows: { compliance },
    guardrailSets: sets,
    policies: services.inspector ? [inspectorPolicy(context)] : [],
    problems: list.problems,
  };
}

function servicesOf({ securityServices = {}, managementServiceLinkedRole }: ComplianceConfig): SecurityServicesRow {
  return {
    securityHub: securityServices.securityHub ?? false,
    accessAnalyzer: securityServices.accessAnalyzer ?? true,
    detective: securityServices.detective ?? false,
    inspector: securityServices.inspector ?? false,
    macie: securityServices.macie ?? false,
    configAggregator: securityServices.configAggregator ?? false,
    managementServiceLinkedRole: managementServiceLinkedRole ?? false,
  };
}

/** Inspector scans what it is told to in every account, those that join later too. */
function inspectorPolicy({ compliance, organization }: ComplianceContext): PolicyRow {
  return {
    name: 'compliance-inspector',
    type: 'INSPECTOR_POLICY',
    content: compliance.inspectorPolicy({ regions: organization.governedRegions }),
    writtenIn: 'content',
    attachments: [{ kind: 'root' }],
    source: { file: FILE, path: ['securityServices', 'inspector'] },
  };
}
