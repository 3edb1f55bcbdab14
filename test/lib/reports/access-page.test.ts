import { createHash } from 'node:crypto';
import { accessPage } from '../../../lib/reports/access-page';
import { grownMatrix, MATRIX, row } from './access.fixtures';

const PAGE = accessPage('o-exampleorgid', MATRIX);

test('is the same at every call and loads nothing', () => {
  expect(accessPage('o-exampleorgid', MATRIX)).toBe(PAGE);
  expect(PAGE).not.toMatch(/(src|href)="(?!#|data:,)/);
});

test('allows its own script and style, and nothing else', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(PAGE)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  for (const element of ['script', 'style']) {
    const content = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(PAGE)?.[1] ?? '';
    expect(policy).toContain(`sha256-${createHash('sha256').update(content).digest('base64')}`);
  }
});

test.each(['<img src=x onerror=alert(1)>', '" onmouseover="alert(1)', "'><script>alert(1)</script>"])(
  '%s stays text wherever a config can put it',
  (text) => {
    const planted = accessPage(text, {
      instanceArn: text,
      administrator: text,
      reviewDate: text,
      groups: [
        { name: text, description: text, id: text, members: [text] },
        { name: text, description: text, members: [text] },
      ],
      permissionSets: MATRIX.permissionSets.map((set) => ({
        ...set,
        name: text,
        description: text,
        sessionDuration: text,
        managedPolicies: [text],
        customerManagedPolicies: [text],
        permissionsBoundary: text,
      })),
      exceptions: [{ name: text, permissionSet: text, reason: text, owner: text, expires: text }],
      assignments: [row({ account: text, group: text, permissionSet: text, source: text })],
    });
    expect(planted.includes(text)).toBe(false);
    expect(planted.match(/<script/g)).toHaveLength(1);
  },
);

test('has break-glass access in a table of its own', () => {
  const [, daily = '', emergency = ''] = PAGE.split(/<section id="(?:access|break-glass)"/);
  expect(daily).not.toContain('Rescue');
  expect(emergency).toContain('<bdi>Rescue</bdi>');
});

test('says so when there is nothing', () => {
  const empty = accessPage('o-exampleorgid', {
    ...MATRIX,
    groups: [],
    permissionSets: [],
    exceptions: [],
    assignments: [],
  });
  for (const words of ['No access is granted.', 'There is no break-glass access.', 'There is no exception.']) {
    expect(empty).toContain(words);
  }
});

test('stays below 4 MB for 1,000 accounts and 10 groups', () => {
  expect(accessPage('o-exampleorgid', grownMatrix(1000)).length).toBeLessThan(4_000_000);
});
