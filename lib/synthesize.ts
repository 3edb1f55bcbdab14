import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { addGovernance, createApp } from './governance-app';
import type { LoadedOrganization } from './load-config';
import { type Finding, readFindings } from './reports/findings';
import { type StackSummary, type Summary, summarize } from './reports/summary';
import { writeReports } from './reports/write-reports';
import { UserError } from './user-error';

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
  /** Folder of the cloud assembly; emptied first. */
  readonly outdir: string;
  /** Whether CloudFormation's own schema rules check the templates; costs about 10 s. @default true */
  readonly templateValidation?: boolean;
}

/** Synthesizes an organization into a folder and writes the reports; returns findings instead of throwing them. */
export function synthesize(organization: LoadedOrganization, options: SynthesizeOptions): SynthResult {
  emptyAssembly(options.outdir);
  return synthesizeApp(createApp(options), organization);
}

/** Removes an earlier cloud assembly, so that no template of a stack that is gone stays behind; nothing else is ever removed. */
function emptyAssembly(outdir: string): void {
  if (!existsSync(outdir)) return;
  if (readdirSync(outdir).length > 0 && !existsSync(join(outdir, 'cdk.out'))) {
    throw new UserError({
      en: `${outdir} is not a cloud assembly and not empty; name another folder with --out`,
      ko: `${outdir}은(는) 클라우드 어셈블리가 아니며 비어 있지도 않습니다. --out으로 다른 폴더를 지정하세요`,
    });
  }
  rmSync(outdir, { recursive: true, force: true });
}

/** The same for an app that exists already, such as the one that the CDK CLI runs. */
export function synthesizeApp(app: App, organization: LoadedOrganization): SynthResult {
  addGovernance(app, organization);
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
