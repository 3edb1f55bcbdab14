import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadedOrganization, loadConfig } from '../../../lib/load-config';
import { MAX_RESOURCES } from '../../../lib/stacks/governance-stack';
import { generateOrganization, writeOrganization } from '../../support/generate-organization';
import { synthesized } from './synthesized';

function generated(accountCount: number): LoadedOrganization {
  const directory = mkdtempSync(join(tmpdir(), 'generated-'));
  try {
    writeOrganization(directory, accountCount);
    return loadConfig(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

test('holds 1,000 accounts with no stack above the limit', () => {
  const organization = generated(1000);
  const stacks = Object.values(synthesized(organization));
  const sizes = stacks.map(({ resources }) => Object.keys(resources).length);
  expect(organization.model.accounts).toHaveLength(1000);
  expect(organization.model.accounts.filter(({ id }) => id === undefined)).toHaveLength(20);
  expect(stacks.filter(({ stackName }) => stackName.startsWith('Governance-Account-'))).toHaveLength(980);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_RESOURCES);
  expect(Math.max(...stacks.map(({ outputs }) => Object.keys(outputs).length))).toBeLessThanOrEqual(200);
}, 180_000);

test.each([8, 10, 100])(
  'generates an organization of %i accounts without a problem, always the same',
  (accountCount) => {
    expect(generated(accountCount).model.accounts).toHaveLength(accountCount);
    expect(generateOrganization(accountCount)).toEqual(generateOrganization(accountCount));
  },
);

test.each([7, 10_000, 12.5])('generates no organization of %p accounts', (accountCount) => {
  expect(() => generateOrganization(accountCount)).toThrow(
    `'accountCount' must be a whole number from 8 to 9999, got ${accountCount}`,
  );
});
