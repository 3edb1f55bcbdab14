import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { clearAssembly, markAssembly } from './clear-assembly';
import type { Problem } from './config';
import { createApp } from './create-app';
import { addGovernance } from './governance-app';
import type { LoadedOrganization } from './load-config';
import { checkNetwork, type OrganizationNetwork, organizationNetwork } from './network/organization-network';
import { type Finding, readFindings } from './reports/findings';
import { type StackSummary, type Summary, summarize } from './reports/summary';
import { writeReports } from './reports/write-reports';

/** What a synth left behind. */
export interface SynthResult {
  readonly assembly: string;
  readonly reports: string;
  readonly summary: Summary;
  readonly findings: readonly Finding[];
  /** What deserves a look and only the templates could tell. */
  readonly warnings: readonly Problem[];
  /** Error of the CDK itself, for example a stack with too many resources. @default - none */
  readonly failure?: string;
}

/** Settings of {@link synthesize}. */
export interface SynthesizeOptions {
  /** Folder of the cloud assembly; an earlier assembly in it is removed first. */
  readonly outdir: string;
  /** Whether CloudFormation's own schema rules check the templates; costs about 10 s. @default true */
  readonly templateValidation?: boolean;
}

/**
 * Synthesizes an organization into a folder and writes the reports; returns findings instead of throwing them.
 *
 * @throws ConfigError when the network does not do what it is meant to; nothing that could be deployed stays behind
 */
export function synthesize(organization: LoadedOrganization, options: SynthesizeOptions): SynthResult {
  clearAssembly(options.outdir);
  return synthesizeApp(createApp(options), organization);
}

/** The same for an app that exists already, such as the one that the CDK CLI runs. */
export function synthesizeApp(app: App, organization: LoadedOrganization): SynthResult {
  addGovernance(app, organization);
  markAssembly(app.outdir);
  let assembly: CloudAssembly | undefined;
  let failure: string | undefined;
  try {
    assembly = app.synth();
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  const network = assembly && organizationNetwork(organization, assembly);
  const warnings = network ? checkedNetwork(organization, network, app.outdir) : [];
  const findings = readFindings(app.outdir);
  const summary = summarize(organization, assembly ? stackSummaries(assembly) : [], findings, warnings);
  const reports = writeReports(app.outdir, { organization, summary, findings, network, networkWarnings: warnings });
  return { assembly: app.outdir, reports, summary, findings, warnings, ...(failure !== undefined && { failure }) };
}

function checkedNetwork(organization: LoadedOrganization, network: OrganizationNetwork, outdir: string): Problem[] {
  try {
    return checkNetwork(organization, network);
  } catch (error) {
    clearAssembly(outdir);
    throw error;
  }
}

function stackSummaries(assembly: CloudAssembly): StackSummary[] {
  return assembly.stacksRecursively.map((stack) => ({
    name: stack.stackName,
    account: stack.environment.account,
    region: stack.environment.region,
    resources: countResources(assembly.directory, stack.template),
  }));
}

/** What a summary needs of a template. */
interface CountedTemplate {
  readonly Resources?: Readonly<Record<string, { readonly Metadata?: Readonly<Record<string, unknown>> }>>;
}

/** Resources of a template and of the stacks nested in it. */
function countResources(directory: string, { Resources = {} }: CountedTemplate): number {
  return Object.values(Resources).reduce((sum, { Metadata }) => {
    const nested = Metadata?.['aws:asset:path'];
    if (typeof nested !== 'string' || !nested.endsWith('.nested.template.json')) return sum + 1;
    return sum + 1 + countResources(directory, JSON.parse(readFileSync(join(directory, nested), 'utf8')));
  }, 0);
}
