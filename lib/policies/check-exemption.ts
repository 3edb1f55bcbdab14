import type { ModelProblem } from '../model/model-problem';
import type { Attachment, OrganizationModel } from '../model/organization-model';
import { isWithin, ROOT } from '../model/selector';
import type { ComposedPolicy } from './compose-policies';
import { attachmentKey } from './effective-policies';

/** Preset that keeps everybody else from making a role with an exempt name. */
const PROTECTION = 'protect-platform-roles';

/**
 * Reports guardrails that somebody could escape by making a role with an exempt name: the preset that forbids it must
 * be attached at the same place or above.
 */
export function checkExemption(model: OrganizationModel, policies: readonly ComposedPolicy[]): ModelProblem[] {
  const scps = policies.filter(({ type, guardrails }) => type === 'SERVICE_CONTROL_POLICY' && guardrails.length > 0);
  const guarded = scps
    .filter(({ guardrails }) => guardrails.includes(PROTECTION))
    .flatMap((policy) => policy.attachments);
  const reported = new Set<string>();
  return scps.flatMap(({ source, attachments }) => {
    const open = attachments.filter((place) => !guarded.some((other) => covers(model, other, place)));
    const key = source.path.join('.');
    if (open.length === 0 || reported.has(key)) return [];
    reported.add(key);
    const places = open.map(attachmentKey).join(', ');
    return {
      severity: 'error',
      file: source.file,
      path: [...source.path, 'presets'],
      message: {
        en: `on ${places} anybody who may create roles could take the name of an exempt role and escape; add ${PROTECTION} here, or to a set above`,
        ko: `${places}에서 역할을 만들 수 있는 사람은 누구나 예외 역할의 이름을 써서 가드레일을 벗어날 수 있습니다: 여기나 상위 집합에 ${PROTECTION}를 추가하세요`,
      },
    };
  });
}

/** Whether what is attached at one place also holds at the other. */
function covers(model: OrganizationModel, above: Attachment, place: Attachment): boolean {
  if (above.kind === 'account') return place.kind === 'account' && place.name === above.name;
  const ou =
    place.kind === 'account'
      ? (model.accounts.find(({ name }) => name === place.name)?.ou ?? ROOT)
      : attachmentKey(place);
  return above.kind === 'root' || (ou !== ROOT && isWithin(ou, above.path));
}
