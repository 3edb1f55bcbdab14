import { type Edit, loaded } from './sample-config';

export const FILE = 'identity-center.yaml';
export const edit = (from: string, to: string): Edit => [from, to, FILE];
export const grant = (line: string): Edit => edit('\n# 기한이 있는', `${line}\n\n# 기한이 있는`);

export const COPY = `  - groups: [platform-admin]
    permissionSets: [PlatformAdmin]
    targets: { ous: [Infrastructure] }`;
export const access = (edits: Edit[] = []) => {
  const { identityCenter } = loaded(edits).model;
  if (!identityCenter) throw new Error('the sample governs IAM Identity Center');
  return identityCenter;
};
