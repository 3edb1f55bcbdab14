import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';

/** Settings of {@link createApp}. */
export interface CreateAppProps {
  /** Folder of the cloud assembly. @default - what the CDK CLI asks for, else a temporary folder */
  readonly outdir?: string;
  /** Whether CloudFormation's own schema rules check the templates; costs about 10 s. @default true */
  readonly templateValidation?: boolean;
}

/** Feature flags, in one place: `cdk.json` at the root of the package, two folders above this file or one when it runs from source. */
function featureFlags(): Record<string, unknown> {
  const file = [join(__dirname, '..', '..', 'cdk.json'), join(__dirname, '..', 'cdk.json')].find((path) =>
    existsSync(path),
  );
  if (file === undefined) throw new Error('cdk.json is missing from the package; install cdk-org-governance again');
  return (JSON.parse(readFileSync(file, 'utf8')) as { context: Record<string, unknown> }).context;
}

/** An empty CDK app that makes the same templates whether the CDK CLI runs it or not. */
export function createApp(props: CreateAppProps = {}): App {
  return new App({
    ...(props.outdir !== undefined && { outdir: props.outdir }),
    ...(props.templateValidation !== undefined && { builtinCloudFormationValidation: props.templateValidation }),
    analyticsReporting: false,
    // Whoever makes the app synthesizes it: at exit the CDK would write an empty assembly for a config with errors.
    autoSynth: false,
    context: featureFlags(),
    postCliContext: {
      'aws:cdk:enable-path-metadata': true,
      'aws:cdk:enable-asset-metadata': true,
      // The CDK CLI would judge the findings itself and let warnings pass; the app is as strict in both ways.
      '@aws-cdk/core:failSynthOnValidationErrors': true,
      // Where a construct was made says nothing in an app that config drives, takes half of the synth, and names paths of the machine.
      'aws:cdk:disable-creation-stack-traces': true,
    },
  });
}
