import { loadConfig } from '../../../lib/load-config';
import { accessDiffMarkdown } from '../../../lib/reports/access-diff';
import { accessCsv, accessMarkdown, accessMatrixOf, accessMatrixSchema } from '../../../lib/reports/access-matrix';
import { MATRIX, row } from './access.fixtures';

describe('the CSV', () => {
  test('opens in a spreadsheet, one line for each assignment', () => {
    const [header, ...lines] = accessCsv(MATRIX.assignments).trimEnd().split('\r\n');
    expect(header).toBe(
      '\uFEFFaccount,accountId,environment,group,permissionSet,privilege,sessionDuration,breakGlass,exceptions,source',
    );
    expect(lines).toEqual([
      'shop-prod,888899990000,prod,dev,Reader,read,PT8H,false,,identity-center.yaml:41',
      'shop-prod,888899990000,prod,dev-ops,Admin,admin,PT8H,false,,identity-center.yaml:41',
      'shop-dev,,dev,dev,Reader,read,PT8H,false,EKS RDS,identity-center.yaml:41',
      'shop-prod,888899990000,prod,rescue,Rescue,admin,PT8H,true,,identity-center.yaml:41',
    ]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is text and no formula', (text) => {
    expect(accessCsv([row({ group: text })])).toMatch(/[,"]'/);
  });

  test('quotes what would break a line', () => {
    expect(accessCsv([row({ group: 'a,"b"\nc' })])).toContain(',"a,""b""\nc",');
  });
});

test('the Markdown has break-glass access apart and stays a table', () => {
  const text = accessMarkdown([...MATRIX.assignments, row({ group: 'a|b\n`c` <i>' })]);
  expect(text).toContain('4 assignments, and 1 for break-glass.');
  const [daily = '', emergency = ''] = text.split('## Break-glass');
  expect(daily).not.toContain('Rescue');
  expect(daily).toContain('| shop-prod | a\\|b \\`c\\` \\<i\\> | Reader | read | PT8H | identity-center.yaml:41 |');
  expect(emergency).toContain('| shop-prod | rescue | Rescue | admin |');
  expect(accessMarkdown([])).toBe('# Access matrix\n\n0 assignments, and 0 for break-glass.\n');
});

test('the matrix of the sample fits its schema, and a config without Identity Center has none', () => {
  const organization = loadConfig('config');
  const matrix = accessMatrixOf(organization);
  expect(accessMatrixSchema.parse(matrix)).toEqual(matrix);
  expect(matrix?.permissionSets.map(({ name }) => name)).toContain('Developer');
  const { identityCenter: _, ...model } = organization.model;
  expect(accessMatrixOf({ ...organization, model })).toBeUndefined();
});

describe('the difference as the comment of a pull request', () => {
  const none = { gained: [], lost: [], changedSets: [], changedGroups: [], changedAttributes: [] };

  test('tells what is gained once for all accounts', () => {
    const accounts = Array.from({ length: 23 }, (_, index) => row({ account: `a${index}` }));
    const text = accessDiffMarkdown({ ...none, gained: accounts, lost: [row({ breakGlass: true })] }, 'en');
    expect(text).toContain('Gained: 23. Lost: 1. Changed permission sets: 0. Changed groups: 0.');
    expect(text).toMatch(/### Gained\n\n.*\n.*\n\| dev \| Reader \| read \| a0, .*, a19 and 3 more \|\n/);
    expect(text).toContain('| dev | Reader (break-glass) | read | shop-prod |');
    expect(text).not.toContain('### Changed');
  });

  test('tells what changes for those who keep their access, in the language of the reader', () => {
    const diff = {
      ...none,
      changedSets: [
        {
          permissionSet: 'Reader',
          changed: ['inlinePolicy'],
          privilege: { before: 'read' as const, after: 'admin' as const },
          groups: ['dev'],
          accounts: ['shop-prod'],
        },
      ],
      changedGroups: [
        { group: 'ops', id: { after: 'x' }, membersAdded: ['u1'], membersRemoved: ['u2'], accounts: ['a'] },
      ],
      changedAttributes: ['team'],
    };
    const text = accessDiffMarkdown(diff, 'ko');
    expect(text).toContain('변경된 권한 세트 1개, 변경된 그룹 1개.');
    expect(text).toContain('| Reader | inlinePolicy | read → admin | dev | shop-prod |');
    expect(text).toContain('| ops | id - → x, +u1, -u2 | a |');
    expect(text).toContain('변경된 접근 제어 속성: team');
  });
});
