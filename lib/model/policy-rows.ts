import type { LocalizedText } from '../../constructs';
import type { OrganizationConfig } from '../config/schema/organization';
import { checkSelector, type SelectorUse } from './check-selector';
import type { ProblemList } from './model-problem';
import type { Attachment, OrganizationModel, PolicyRow } from './organization-model';
import { attachmentPoints, type OrganizationTree, ROOT, type Selector } from './selector';

/** Reads the JSON of a policy file of the config folder, or tells why it cannot be read. */
export type ReadPolicyFile = (file: string) => Record<string, unknown> | { readonly problem: LocalizedText };

/** What the rows are made in. */
export interface PolicyRowsContext {
  readonly tree: OrganizationTree;
  readonly alsoKnown: SelectorUse['alsoKnown'];
  readonly readPolicyFile: ReadPolicyFile;
  /** Config file that the rows come from. */
  readonly file: string;
  readonly list: ProblemList;
}

/** The guardrail sets, the user's own policies and what others attach, each with its places. */
export function policyRows(
  config: OrganizationConfig,
  context: PolicyRowsContext,
): Pick<OrganizationModel, 'guardrailSets' | 'policies' | 'reservedPolicies'> {
  const { file, list } = context;
  const { guardrails = [], policies = [], reservedPolicies = [] } = config;
  const guardrailSets = guardrails.map((set, index) => ({
    name: set.name,
    guardrails: Object.entries(set.presets).map(([id, parameters]) => ({ id, parameters: parameters ?? {} })),
    attachments: attach(set.targets, ['guardrails', index, 'targets'], context),
    source: { file, path: ['guardrails', index] },
  }));
  list.checkUnique(
    guardrailSets,
    (set) => set.name,
    (i) => ['guardrails', i, 'name'],
    { en: 'guardrail set', ko: '가드레일 집합' },
  );
  return {
    guardrailSets,
    policies: policies.flatMap((policy, index) => policyRow(policy, index, context) ?? []),
    reservedPolicies: reservedPolicies.map(({ target, type, count }, index) => ({
      attachment: reservedAttachment(target, ['reservedPolicies', index, 'target'], context),
      type,
      count,
    })),
  };
}

function attach(selector: Selector, at: (string | number)[], { tree, alsoKnown, list }: PolicyRowsContext) {
  const use: SelectorUse = {
    alsoKnown,
    noRegions: {
      en: 'organization policies are global; remove regions',
      ko: '조직 정책은 리전과 무관합니다: regions를 지우세요',
    },
    noManagement: {
      en: 'the management account cannot be a target of its own: SCPs and RCPs never bind it, and other policies reach it through Root; remove it',
      ko: '관리 계정은 정책 대상이 될 수 없습니다: SCP와 RCP는 관리 계정에 적용되지 않고 다른 정책은 Root를 통해 적용되므로 지우세요',
    },
  };
  checkSelector(tree, selector, at, use, list);
  return attachmentPoints(tree, selector);
}

/** A policy whose content is not known is reported and has no row. */
function policyRow(
  policy: NonNullable<OrganizationConfig['policies']>[number],
  index: number,
  context: PolicyRowsContext,
): PolicyRow | undefined {
  const path = ['policies', index];
  const attachments = attach(policy.targets, [...path, 'targets'], context);
  const content = contentOf(policy, path, context);
  return (
    content && {
      name: policy.name,
      type: policy.type,
      ...(policy.description !== undefined && { description: policy.description }),
      content,
      writtenIn: policy.file === undefined ? 'content' : 'file',
      attachments,
      source: { file: context.file, path },
    }
  );
}

function contentOf(
  policy: NonNullable<OrganizationConfig['policies']>[number],
  path: (string | number)[],
  { list, readPolicyFile }: PolicyRowsContext,
): Record<string, unknown> | undefined {
  if ((policy.content === undefined) === (policy.file === undefined)) {
    list.error(path, {
      en: `has ${policy.file === undefined ? 'neither content nor file' : 'both content and file'}; give exactly one of them`,
      ko: `content와 file이 모두 ${policy.file === undefined ? '없습니다' : '있습니다'}: 둘 중 하나만 적으세요`,
    });
    return undefined;
  }
  if (policy.file === undefined) return policy.content;
  const read = readPolicyFile(policy.file);
  if (!('problem' in read)) return read;
  list.error([...path, 'file'], read.problem as LocalizedText);
  return undefined;
}

function reservedAttachment(
  target: string,
  at: (string | number)[],
  { tree, alsoKnown, list }: PolicyRowsContext,
): Attachment {
  const ous = [...tree.organizationalUnits.map((ou) => ou.path), ...alsoKnown.ous];
  const accounts = [...tree.accounts.map((account) => account.name), ...alsoKnown.accounts];
  list.checkName(at, 'OU or account', target, [ROOT, ...ous, ...accounts]);
  if (target === ROOT) return { kind: 'root' };
  return ous.includes(target) ? { kind: 'ou', path: target } : { kind: 'account', name: target };
}
