import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnResource, Stack } from 'aws-cdk-lib';
import fc from 'fast-check';
import { Governance } from '../../../lib/governance';
import { type LoadedOrganization, loadConfig } from '../../../lib/load-config';
import { withApp } from '../../support/with-app';
import { SAMPLE, type SampleFiles, sampleWith } from './synthesized';

const GOLDEN = join(__dirname, '../../golden/logical-ids.json');

type LogicalIds = Record<string, Record<string, string>>;

/** `{ stackName: { logicalId: type } }`, nested stacks by their path; sorted, so that a change shows as one line. */
function logicalIds(loaded: LoadedOrganization): LogicalIds {
  return withApp((app) => {
    new Governance(app, { organization: loaded });
    const byStack = new Map<string, [string, string][]>();
    for (const node of app.node.findAll()) {
      if (!CfnResource.isCfnResource(node)) continue;
      const stack = Stack.of(node);
      const name = stack.nested ? stack.node.path : stack.stackName;
      byStack.set(name, [...(byStack.get(name) ?? []), [stack.getLogicalId(node), node.cfnResourceType]]);
    }
    return sorted([...byStack].map(([name, resources]) => [name, sorted(resources)]));
  });
}

function sorted<T>(entries: [string, T][]): Record<string, T> {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('keeps every logical id of the sample; UPDATE_GOLDEN=1 accepts a change on purpose', () => {
  const actual = logicalIds(loadConfig(SAMPLE));
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(GOLDEN, `${JSON.stringify(actual, null, 2)}\n`);
  expect(existsSync(GOLDEN)).toBe(true);
  // A changed id deletes a resource and makes another. When that is what you want: UPDATE_GOLDEN=1 npx jest logical-ids
  expect(actual).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
});

const sample: { files?: SampleFiles } = {};
const organization = sampleWith((files) => {
  sample.files = files;
});
const { organization: written, controlTower, identityCenter } = sample.files as SampleFiles;

/** All elements of a list, in any order. */
const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

test('keeps every logical id when accounts, OUs, guardrail sets, controls, grants and groups change places', () => {
  const before = logicalIds(organization);
  fc.assert(
    fc.property(
      shuffled(written.accounts),
      shuffled(written.organizationalUnits),
      shuffled(written.guardrails ?? []),
      shuffled(controlTower?.controls ?? []),
      shuffled(identityCenter?.grants ?? []),
      shuffled(identityCenter?.groups ?? []),
      (accounts, organizationalUnits, guardrails, controls, grants, groups) => {
        const reordered = sampleWith((files) => {
          Object.assign(files.organization, { accounts, organizationalUnits, guardrails });
          Object.assign(files.controlTower ?? {}, { controls });
          Object.assign(files.identityCenter ?? {}, { grants, groups });
        });
        expect(logicalIds(reordered)).toEqual(before);
      },
    ),
    { numRuns: 10 },
  );
}, 120_000);
