import type { Guardrail } from '../../constructs';
import type {
  ConfigRule,
  Criterion,
  conformancePackTemplates,
  inspectorPolicyContent,
  LegalParameter,
  legalParameters,
  selectRules,
  strictest,
} from '../../constructs/kisms';
import type { SelectorUse } from './check-selector';
import type { PlaceOf, ProblemList } from './model-problem';
import type { GuardrailSetRow, OrganizationModel } from './organization-model';
import type { OrganizationTree } from './selector';

/** What the constructs know of K-ISMS; handed in, since the model imports nothing that runs. */
export interface ComplianceFacts {
  readonly configRules: readonly ConfigRule[];
  readonly criteria: readonly Pick<Criterion, 'id' | 'schemes'>[];
  /** Names of the checks of the templates, without a prefix. */
  readonly checkNames: () => readonly string[];
  readonly presets: readonly Pick<Guardrail, 'id' | 'criteria'>[];
  /** Identifiers of the rules that AWS has a harmless repair for. */
  readonly remediable: readonly string[];
  readonly legalTexts: readonly LegalParameter[];
  readonly legalParameters: typeof legalParameters;
  readonly strictest: typeof strictest;
  readonly selectRules: typeof selectRules;
  readonly packTemplates: typeof conformancePackTemplates;
  readonly inspectorPolicy: typeof inspectorPolicyContent;
}

/** What the rows of compliance are made in. */
export interface ComplianceContext {
  readonly tree: OrganizationTree;
  readonly organization: Pick<OrganizationModel, 'homeRegion' | 'governedRegions' | 'managementAccount'>;
  /** The guardrail sets of `organization.yaml`. */
  readonly guardrailSets: readonly GuardrailSetRow[];
  readonly alsoKnown: SelectorUse['alsoKnown'];
  readonly placeOf: PlaceOf;
  readonly compliance: ComplianceFacts;
  /** Day to judge dates by, `YYYY-MM-DD`. @default - only the form of the dates is checked */
  readonly today?: string;
  readonly list: ProblemList;
}
