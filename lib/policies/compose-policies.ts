import {
  findGuardrail,
  type GuardrailContext,
  isAuthorizationPolicy,
  mergeSettings,
  POLICY_TYPES,
  type PolicyStatement,
  type PolicyType,
  packPolicies,
  policyQuota,
  renderGuardrail,
} from '../../constructs';
import type { ConfigPath } from '../config';
import type { ModelProblem } from '../model/model-problem';
import type { Attachment, GuardrailSetRow, OrganizationModel, RowSource } from '../model/organization-model';

/** An organization policy as it will be deployed: a user's own, or one made of the presets of a guardrail set. */
export interface ComposedPolicy {
  /** Unique among the policies of the type. */
  readonly name: string;
  /** Identity for the logical id: the name of the set or policy, the type, and the position among its parts. */
  readonly identity: string;
  readonly type: PolicyType;
  readonly description: string;
  readonly content: Record<string, unknown>;
  readonly attachments: readonly Attachment[];
  /** Presets whose statements are inside. */
  readonly guardrails: readonly string[];
  readonly source: RowSource;
  /** Place in the config that the content comes from. */
  readonly contentPath: ConfigPath;
}

const SHORT: Record<PolicyType, string> = {
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
  DECLARATIVE_POLICY_EC2: 'declarative-ec2',
  TAG_POLICY: 'tag',
  BACKUP_POLICY: 'backup',
  AISERVICES_OPT_OUT_POLICY: 'ai-opt-out',
  CHATBOT_POLICY: 'chatbot',
  S3_POLICY: 's3',
  SECURITYHUB_POLICY: 'securityhub',
  INSPECTOR_POLICY: 'inspector',
  BEDROCK_POLICY: 'bedrock',
  UPGRADE_ROLLOUT_POLICY: 'upgrade-rollout',
  NETWORK_SECURITY_DIRECTOR_POLICY: 'network-security-director',
};

/** What the guardrails need to know, taken from the model. */
function guardrailContext(model: OrganizationModel): GuardrailContext {
  const deploymentAccountId = model.accounts.find(({ name }) => name === model.deploymentAccount)?.id;
  return {
    partition: model.partition,
    organizationId: model.organizationId,
    homeRegion: model.homeRegion,
    governedRegions: [...model.governedRegions],
    bootstrapQualifier: model.bootstrapQualifier,
    ...(deploymentAccountId !== undefined && { deploymentAccountId }),
    exemptPrincipalArns: [...model.exemptPrincipalArns],
  };
}

/** Every policy of the organization: the presets of each set packed into as few policies as fit, then the user's own. */
export function composePolicies(model: OrganizationModel): { policies: ComposedPolicy[]; problems: ModelProblem[] } {
  const context = guardrailContext(model);
  const problems: ModelProblem[] = [];
  const composed = model.guardrailSets.flatMap((set) => composeSet(set, context, problems));
  const own = model.policies.map((policy) => ({
    name: policy.name,
    identity: `${policy.name}/${policy.type}`,
    type: policy.type,
    description: policy.description ?? `${policy.name} (${policy.source.file})`,
    content: { ...policy.content },
    attachments: policy.attachments,
    guardrails: [],
    source: policy.source,
    contentPath: [...policy.source.path, policy.writtenIn],
  }));
  return { policies: [...composed, ...own], problems };
}

/** A preset refuses what only it understands: a parameter, an exemption, a statement that fits no policy. */
function attempt<T>(source: RowSource, path: ConfigPath, problems: ModelProblem[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = { en: reason, ko: `가드레일을 만들 수 없습니다: ${reason}` };
    problems.push({ severity: 'error', file: source.file, path: [...source.path, ...path], message });
    return undefined;
  }
}

interface Rendered {
  readonly id: string;
  readonly type: PolicyType;
  readonly statements: readonly PolicyStatement[];
  readonly settings: readonly Record<string, unknown>[];
}

function composeSet(set: GuardrailSetRow, context: GuardrailContext, problems: ModelProblem[]): ComposedPolicy[] {
  const rendered = set.guardrails.flatMap(({ id, parameters }): Rendered[] => {
    const result = attempt(set.source, ['presets', id], problems, (): Rendered => {
      const guardrail = findGuardrail(id);
      const { policyType: type } = guardrail;
      return 'content' in guardrail
        ? { id, type, statements: [], settings: [renderGuardrail(guardrail, context, parameters)] }
        : { id, type, statements: renderGuardrail(guardrail, context, parameters), settings: [] };
    });
    return result ? [result] : [];
  });
  return POLICY_TYPES.flatMap((type) => {
    const ofType = rendered.filter((guardrail) => guardrail.type === type);
    return attempt(set.source, ['presets'], problems, () => packSet(set, type, ofType)) ?? [];
  });
}

function packSet(set: GuardrailSetRow, type: PolicyType, rendered: readonly Rendered[]): ComposedPolicy[] {
  if (rendered.length === 0) return [];
  const contents = isAuthorizationPolicy(type)
    ? packPolicies(
        rendered.flatMap(({ statements }) => [...statements]),
        { maxCharacters: policyQuota(type).maxCharacters },
      )
    : [mergeSettings(rendered.flatMap(({ settings }) => [...settings]))];
  return contents.map((content, index) => ({
    name: `${set.name}-${SHORT[type]}-${index + 1}`,
    identity: `${set.name}/${type}/${index + 1}`,
    type,
    description: `Guardrail set ${set.name}: ${SHORT[type]} ${index + 1} of ${contents.length}`,
    content: { ...content },
    attachments: set.attachments,
    guardrails: rendered.map(({ id }) => id),
    source: set.source,
    contentPath: [...set.source.path, 'presets'],
  }));
}
