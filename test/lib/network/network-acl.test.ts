import { ipv4Number } from '../../../constructs';
import { aclFilter, EPHEMERAL_PORTS, EVERY_PORT, type PortRange } from '../../../lib/network/network-acl';
import type { AclEntry } from '../../../lib/network/network-graph';

const entry = (allow: boolean, change: Partial<AclEntry> = {}): AclEntry => ({
  egress: false,
  allow,
  protocol: 6,
  cidr: '0.0.0.0/0',
  ...change,
});
const ALLOW = entry(true);
const DENY = entry(false);

test.each<[string, AclEntry[] | undefined, readonly PortRange[], readonly PortRange[]]>([
  ['no ACL lets everything through', undefined, EVERY_PORT, EVERY_PORT],
  ['an ACL without rules lets nothing through', [], EVERY_PORT, []],
  ['the first rule that matches counts', [DENY, ALLOW], EVERY_PORT, []],
  ['a later rule cannot take back what is allowed', [ALLOW, DENY], EVERY_PORT, EVERY_PORT],
  ['a rule for every protocol counts', [entry(true, { protocol: -1 })], EVERY_PORT, EVERY_PORT],
  ['a rule for UDP says nothing about TCP', [entry(false, { protocol: 17 }), ALLOW], EVERY_PORT, EVERY_PORT],
  ['a rule of the other direction does not count', [entry(true, { egress: true })], EVERY_PORT, []],
  ['a rule for other addresses does not count', [entry(true, { cidr: '192.168.0.0/16' })], EVERY_PORT, []],
  ['a rule for some ports lets these through', [entry(true, { ports: [443, 443] })], EVERY_PORT, [[443, 443]]],
  ['one port is not another', [entry(true, { ports: [443, 443] })], [[80, 80]], []],
  [
    'a hole is cut out',
    [entry(false, { ports: [3389, 3389] }), ALLOW],
    EPHEMERAL_PORTS,
    [
      [1024, 3388],
      [3390, 65535],
    ],
  ],
])('%s', (_what, entries, ports, expected) => {
  expect(aclFilter(entries)(false, ipv4Number('10.1.2.3'), ports)).toEqual(expected);
});
