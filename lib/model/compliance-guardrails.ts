import type { ComplianceConfig } from '../config/schema/compliance';
import { checkSelector, type SelectorUse } from './check-selector';
import type { ComplianceContext } from './compliance-context';
import type { ComplianceModel } from './compliance-model';
import { GUARDRAIL_LEVELS } from './compliance-profile';
import { quote } from './model-problem';
import type { Attachment, GuardrailSetRow } from './organization-model';
import { attachmentPoints, isWithin, type OrganizationTree } from './selector';

const FILE = 'compliance.yaml';
/** Name of the guardrail set, and so a part of logical ids. */
const SET = 'compliance';

/** The guardrails of the profile that `organization.yaml` does not name for the same targets, as one more set. */
export function guardrailRows(
  config: ComplianceConfig,
  context: ComplianceContext,
): { guardrails: ComplianceModel['guardrails']; sets: GuardrailSetRow[] } {
  if (!config.guardrails) return { guardrails: { presets: [], leftOut: [] }, sets: [] };
  const { targets, except = [] } = config.guardrails;
  const { tree, guardrailSets, list } = context;
  checkSelector(tree, targets, ['guardrails', 'targets'], selectorUse(context), list);
  const attachments = attachmentPoints(tree, targets);
  const profile = presetsOf(config, context);
  const open = profile.filter((preset) => !isNamed(preset, attachments, guardrailSets, tree));
  checkExceptions(config, profile, open, context);
  if (guardrailSets.some(({ name }) => name === SET)) {
    list.error(['guardrails'], {
      en: `makes the guardrail set ${quote(SET)}, and organization.yaml has one of that name; rename that one`,
      ko: `가드레일 집합 ${quote(SET)}을(를) 만드는데 organization.yaml에 같은 이름이 있습니다: 그 집합의 이름을 바꾸세요`,
    });
  }
  const leftOut = except.map(({ preset, reason }, index) => ({
    preset,
    reason,
    source: { file: FILE, path: ['guardrails', 'except', index] },
  }));
  const presets = open.filter((id) => !leftOut.some(({ preset }) => preset === id));
  const source = { file: FILE, path: ['guardrails'] };
  return {
    guardrails: { presets, leftOut },
    sets:
      presets.length === 0
        ? []
        : [{ name: SET, guardrails: presets.map((id) => ({ id, parameters: {} })), attachments, source }],
  };
}

/** Presets that the profile and its strictness turn on, in the order of the presets. */
function presetsOf({ profile, strictness }: ComplianceConfig, { compliance }: ComplianceContext): string[] {
  const schemes = new Map(compliance.criteria.map((criterion) => [criterion.id, criterion.schemes]));
  const on = GUARDRAIL_LEVELS.filter(({ level }) => level === 'baseline' || level === strictness);
  return compliance.presets
    .filter(({ id }) => on.some(({ presets }) => presets.includes(id)))
    .filter(({ criteria }) => criteria.some((id) => schemes.get(id)?.includes(profile)))
    .map(({ id }) => id);
}

/** Whether every target has the preset already, by a set at the same place or above. */
function isNamed(
  preset: string,
  attachments: readonly Attachment[],
  sets: readonly GuardrailSetRow[],
  tree: OrganizationTree,
): boolean {
  const places = sets
    .filter(({ guardrails }) => guardrails.some(({ id }) => id === preset))
    .flatMap((set) => set.attachments);
  return attachments.every((target) => places.some((place) => covers(place, target, tree)));
}

function covers(above: Attachment, place: Attachment, { accounts }: OrganizationTree): boolean {
  if (above.kind === 'root') return true;
  if (place.kind === 'root') return false;
  if (above.kind === 'account') return place.kind === 'account' && place.name === above.name;
  const path = place.kind === 'ou' ? place.path : accounts.find(({ name }) => name === place.name)?.ou;
  return path !== undefined && isWithin(path, above.path);
}

function checkExceptions(
  { guardrails, profile, strictness = 'baseline' }: ComplianceConfig,
  ofProfile: readonly string[],
  open: readonly string[],
  { compliance, list }: ComplianceContext,
): void {
  const except = guardrails?.except ?? [];
  const at = (index: number) => ['guardrails', 'except', index, 'preset'];
  list.checkUnique(except, ({ preset }) => preset, at, { en: 'preset', ko: '프리셋' });
  for (const [index, { preset }] of except.entries()) {
    if (!compliance.presets.some(({ id }) => id === preset)) {
      list.error(
        at(index),
        { en: `no guardrail preset ${quote(preset)}`, ko: `가드레일 프리셋 ${quote(preset)}이(가) 없습니다` },
        { word: preset, candidates: compliance.presets.map(({ id }) => id) },
      );
    } else if (!ofProfile.includes(preset)) {
      list.error(at(index), {
        en: `${profile} (${strictness}) does not turn ${quote(preset)} on; remove the exception`,
        ko: `${profile}(${strictness})은 ${quote(preset)}을(를) 켜지 않습니다: 예외를 지우세요`,
      });
    } else if (!open.includes(preset)) {
      list.error(at(index), {
        en: `organization.yaml turns ${quote(preset)} on for every target, which this exception does not change; remove one of the two`,
        ko: `organization.yaml이 모든 대상에 ${quote(preset)}을(를) 켜므로 이 예외는 효과가 없습니다: 둘 중 하나를 지우세요`,
      });
    }
  }
}

function selectorUse({ alsoKnown }: ComplianceContext): SelectorUse {
  return {
    alsoKnown,
    noRegions: {
      en: 'organization policies are global; remove regions',
      ko: '조직 정책은 리전과 무관합니다: regions를 지우세요',
    },
    noManagement: {
      en: 'guardrails never bind the management account; remove it',
      ko: '가드레일은 관리 계정에 적용되지 않습니다: 지우세요',
    },
  };
}
