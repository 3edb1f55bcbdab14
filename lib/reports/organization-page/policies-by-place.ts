import type { LoadedOrganization } from '../../load-config';
import type { Attachment } from '../../model/organization-model';
import { attachmentKey } from '../../policies/effective-policies';
import { type Html, html, name, say, shortList } from '../page/html';
import { POLICY_TYPE_LABELS } from './words';

/** Anchor of a guardrail set in the page. */
export const setAnchor = (index: number): string => `set-${index + 1}`;

/** Anchor of the policies that are not made of presets. */
export const OWN_POLICIES = 'own-policies';

/** For each place that carries policies: a link to each of them. */
export function policiesByPlace({ model, policies }: LoadedOrganization): (place: Attachment) => readonly Html[] {
  const anchors = new Map(model.guardrailSets.map((set, index) => [set.source, setAnchor(index)]));
  const links = new Map<string, Html[]>();
  for (const policy of policies) {
    const link = html`<a class="policy" href="#${anchors.get(policy.source) ?? OWN_POLICIES}"><b>${say(POLICY_TYPE_LABELS[policy.type])}</b> ${name(policy.name)}</a>`;
    for (const attachment of policy.attachments) {
      const key = attachmentKey(attachment);
      const list = links.get(key);
      if (list) list.push(link);
      else links.set(key, [link]);
    }
  }
  return (place) => links.get(attachmentKey(place)) ?? [];
}

/** A place as a reader sees it. */
function placeName(place: Attachment): Html {
  if (place.kind === 'root') return html`Root`;
  return place.kind === 'ou' ? name(place.path) : html`${say({ ko: '계정', en: 'account' })} ${name(place.name)}`;
}

/** The places that carry a policy. */
export function placeList(places: readonly Attachment[]): Html {
  return shortList(places.map(placeName));
}
