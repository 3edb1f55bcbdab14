/**
 * Construct id for an OU path, on which logical ids hang: a construct id may not contain a slash, and no two paths may
 * share one, whatever characters the names of the OUs have.
 */
export function ouConstructId(path: string): string {
  return `OU ${path.replaceAll('%', '%25').replaceAll('|', '%7C').replaceAll('/', '|')}`;
}
