import type { Edit } from './sample-config';

/** An edit of `network.yaml`. */
export const edit = (from: string, to: string): Edit => [from, to, 'network.yaml'];
export const SHARED = '    cidr: 10.0.4.0/22\n';
/** Lines more for the VPC `shared-services`. */
export const shared = (lines: string): Edit => edit(SHARED, `${SHARED}${lines}`);
export const acl = (rule: string): Edit =>
  edit(
    '{ name: endpoints, type: private, netmask: 25 }',
    `{ name: endpoints, type: private, netmask: 25, networkAcl: [{ direction: ingress, action: allow, cidr: 10.0.0.0/8, ${rule} }] }`,
  );
export const intent = (line: string): Edit => edit('\nintents:\n', `\nintents:\n  - { name: mine, ${line} }\n`);
export const routes = (list: string): Edit =>
  edit('  - name: nonprod\n    cidrs', `  - name: nonprod\n    routes: [${list}]\n    cidrs`);
export const group = (lines: string): Edit => edit('    - name: outbound\n', `${lines}    - name: outbound\n`);
export const MANAGED = 'arn:aws:network-firewall:ap-northeast-2:aws-managed:stateful-rulegroup/';
