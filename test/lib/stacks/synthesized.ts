import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Template } from 'aws-cdk-lib/assertions';
import { parse, stringify } from 'yaml';
import type { ConfigFiles } from '../../../lib/config';
import { Governance } from '../../../lib/governance';
import { type LoadedOrganization, loadConfig } from '../../../lib/load-config';
import { withApp } from '../../support/with-app';

/** The sample organization. */
export const SAMPLE = join(__dirname, '../../../config');

/** The files of the sample as plain data, to be changed by a test; without an optional one its file is left out. */
export type SampleFiles = {
  -readonly [name in keyof ConfigFiles]: ConfigFiles[name];
};

/** The network of the sample, as plain data. */
export function sampleNetwork(): NonNullable<ConfigFiles['network']> {
  return parse(readFileSync(join(SAMPLE, 'network.yaml'), 'utf8'));
}

/** Loads the sample after a change to its files; without a network, unless the change puts one in. */
export function sampleWith(change: (files: SampleFiles) => void): LoadedOrganization {
  const files: SampleFiles = {
    organization: parse(readFileSync(join(SAMPLE, 'organization.yaml'), 'utf8')),
    controlTower: parse(readFileSync(join(SAMPLE, 'control-tower.yaml'), 'utf8')),
    identityCenter: parse(readFileSync(join(SAMPLE, 'identity-center.yaml'), 'utf8')),
    compliance: parse(readFileSync(join(SAMPLE, 'compliance.yaml'), 'utf8')),
    accountsLock: JSON.parse(readFileSync(join(SAMPLE, 'accounts.lock.json'), 'utf8')),
  };
  change(files);
  const yaml = (value: unknown): string => stringify(value, { aliasDuplicateObjects: false });
  const directory = mkdtempSync(join(tmpdir(), 'sample-'));
  try {
    writeFileSync(join(directory, 'organization.yaml'), yaml(files.organization));
    if (files.controlTower) writeFileSync(join(directory, 'control-tower.yaml'), yaml(files.controlTower));
    if (files.identityCenter) writeFileSync(join(directory, 'identity-center.yaml'), yaml(files.identityCenter));
    if (files.compliance) writeFileSync(join(directory, 'compliance.yaml'), yaml(files.compliance));
    if (files.network) {
      writeFileSync(join(directory, 'network.yaml'), yaml(files.network));
      cpSync(join(SAMPLE, 'firewall'), join(directory, 'firewall'), { recursive: true });
    }
    writeFileSync(join(directory, 'accounts.lock.json'), JSON.stringify(files.accountsLock));
    return loadConfig(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A resource of a template, typed as loosely as the assertions of the CDK do. */
export type Resource = ReturnType<Template['findResources']>[string];

/** A stack of a cloud assembly. */
export interface SynthesizedStack {
  readonly stackName: string;
  readonly account: string;
  readonly region: string;
  readonly terminationProtection: boolean;
  /** Ids of the stacks that are deployed before this one. */
  readonly dependencies: readonly string[];
  readonly deployRoleArn: string;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly outputs: Readonly<Record<string, { readonly Value: { readonly Ref: string } }>>;
}

/** Synthesizes every stack of an organization, without the checks; keys are the ids of the stacks. */
export function synthesized(organization: LoadedOrganization): Record<string, SynthesizedStack> {
  return withApp((app) => {
    new Governance(app, { organization });
    return Object.fromEntries(
      app.synth().stacks.map((stack) => [
        stack.id,
        {
          stackName: stack.stackName,
          account: stack.environment.account,
          region: stack.environment.region,
          terminationProtection: stack.terminationProtection === true,
          dependencies: stack.dependencies.map(({ id }) => id).filter((id) => !id.endsWith('.assets')),
          deployRoleArn: stack.assumeRoleArn ?? '',
          resources: stack.template.Resources ?? {},
          outputs: stack.template.Outputs ?? {},
        },
      ]),
    );
  });
}

/** Resources of a type, by logical id. */
export function ofType(stack: SynthesizedStack | undefined, type: string): [string, Resource][] {
  return Object.entries(stack?.resources ?? {}).filter(([, resource]) => resource.Type === type);
}

/** Path of an OU that the Organization stack creates, from the names of its parents. */
export function ouPath(organization: SynthesizedStack | undefined, logicalId: string): string {
  const { Name, ParentId } = organization?.resources[logicalId]?.Properties ?? {};
  return ParentId?.Ref === undefined ? Name : `${ouPath(organization, ParentId.Ref)}/${Name}`;
}

/** Follows `DependsOn` from the first resource to the last; shorter than `ids` when it is not one single chain. */
export function chain(resources: Readonly<Record<string, Resource>>, ids = Object.keys(resources)): string[] {
  const among = (id: string): string[] =>
    (resources[id]?.DependsOn ?? []).filter((before: string) => ids.includes(before));
  const order: string[] = [];
  let next = ids.filter((id) => among(id).length === 0);
  while (next.length === 1) {
    const [current] = next as [string];
    order.push(current);
    next = ids.filter((id) => among(id).includes(current));
  }
  return order;
}
