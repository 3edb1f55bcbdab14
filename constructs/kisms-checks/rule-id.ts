/** Name of the pack: the prefix of its rules, and the namespace of acknowledgements. */
export const PACK = 'Kisms';

/** Id of a rule in reports; it never changes when the criteria of the rule do. */
export function ruleId(name: string): string {
  return `${PACK}-${name}`;
}

/** Id under which people acknowledge a finding and CDK keeps it: spaces become hyphens, as CDK has them. */
export function qualifiedId(findingId: string): string {
  return `${PACK}::${findingId.replaceAll(' ', '-')}`;
}
