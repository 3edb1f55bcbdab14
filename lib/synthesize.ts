import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { clearAssembly, markAssembly } from './clear-assembly';
import { addGovernance, createApp } from './governance-app';
import type { LoadedOrganization } from './load-config';
import { type Finding, readFindings } from './reports/findings';
import { type StackSummary, type Summary, summarize } from './reports/summary';
import { writeReports } from './reports/write-reports';

/** What a synth left behind. */
export interface SynthResult {
  readonly assembly: string;
  readonly reports: string;
  readonly summary: Summary;
  readonly findings: readonly Finding[];
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

/** Synthesizes an organization into a folder and writes the reports; returns findings instead of throwing them. */
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
  const findings = readFindings(app.outdir);
  const summary = summarize(organization, assembly ? stackSummaries(assembly) : [], findings);
  const reports = writeReports(app.outdir, organization, summary, findings);
  return { assembly: app.outdir, reports, summary, findings, ...(failure !== undefined && { failure }) };
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
