import { accessMatrix, accessRowSchema } from '../../../lib/access/access-matrix';
import { sourcePlaces } from '../../../lib/access/source-places';
import { loadConfig } from '../../../lib/load-config';
import { ACCOUNTS, assignment, identityCenter, permissionSet, placeOf } from './fixtures';

const exception = { owner: 'ops@example.com', reason: 'moving', expires: '2026-09-30', source: assignment('').source };
const center = identityCenter({
  permissionSets: [
    permissionSet('Reader'),
    permissionSet('Rescue', { privilege: 'admin', sessionDuration: 'PT1H', breakGlass: true }),
  ],
  exceptions: [
    { ...exception, name: 'move to EKS', permissionSet: 'Reader' },
    { ...exception, name: 'migrate data', permissionSet: 'Reader' },
  ],
  assignments: [assignment('dev Reader prod', 7), assignment('ops Rescue prod', 9)],
  waiting: [assignment('dev Reader new', 2)],
});
const source = { accounts: ACCOUNTS, identityCenter: center };

test('every assignment is one line with what a reviewer asks', () => {
  const rows = accessMatrix(source, placeOf);
  expect(rows).toEqual([
    {
      account: 'new',
      environment: 'stage',
      group: 'dev',
      permissionSet: 'Reader',
      privilege: 'read',
      sessionDuration: 'PT4H',
      breakGlass: false,
      exceptions: ['move to EKS', 'migrate data'],
      source: 'identity-center.yaml:2',
    },
    expect.objectContaining({ account: 'prod', accountId: '111122223333', source: 'identity-center.yaml:7' }),
    expect.objectContaining({ permissionSet: 'Rescue', privilege: 'admin', breakGlass: true, exceptions: [] }),
  ]);
  for (const row of rows) expect(accessRowSchema.parse(row)).toEqual(row);
});

test.each([
  [{ group: 'ops' }, ['ops Rescue prod']],
  [{ account: 'prod' }, ['dev Reader prod', 'ops Rescue prod']],
  [{ permissionSet: 'Reader' }, ['dev Reader new', 'dev Reader prod']],
  [{ permissionSet: 'Reader', account: 'prod' }, ['dev Reader prod']],
  [{ group: 'ops', permissionSet: 'Reader' }, []],
])('the filter %j leaves %j', (filter, expected) => {
  const rows = accessMatrix(source, placeOf, filter);
  expect(rows.map((row) => `${row.group} ${row.permissionSet} ${row.account}`)).toEqual(expected);
});

test.each(['dev Reader nowhere', 'dev Nothing prod'])('fails for %s, which names what is not there', (text) => {
  const broken = { ...source, identityCenter: { ...center, assignments: [assignment(text)] } };
  expect(() => accessMatrix(broken, placeOf)).toThrow('in the model: build it without errors');
});

test('the places are the lines of the grants', () => {
  const { model, directory } = loadConfig('config');
  if (!model.identityCenter) throw new Error('the sample has an Identity Center');
  const rows = accessMatrix(
    { accounts: model.accounts, identityCenter: model.identityCenter },
    sourcePlaces(directory),
  );
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(row.source).toMatch(/^identity-center\.yaml:[1-9]\d+$/);
});
