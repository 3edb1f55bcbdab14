import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../user-error';
import { NESTED_STACK } from './protected-types';
import type { Template, TemplateTree } from './template';

/** A stack of a cloud assembly. */
export interface AssemblyStack {
  /** Name in CloudFormation. */
  readonly name: string;
  /** Account and Region, as `aws://111122223333/ap-northeast-2`: the same name elsewhere is another stack. */
  readonly environment: string;
  readonly tree: TemplateTree;
}

interface Artifact {
  readonly type: string;
  readonly environment?: string;
  readonly properties?: {
    readonly templateFile?: string;
    readonly stackName?: string;
    readonly file?: string;
    readonly directoryName?: string;
  };
}

interface AssetManifest {
  readonly files?: Readonly<
    Record<
      string,
      {
        readonly source: { readonly path?: string };
        readonly destinations: Readonly<Record<string, { readonly objectKey: string }>>;
      }
    >
  >;
}

/**
 * The stacks of a cloud assembly, those of its stages and their nested stacks included.
 *
 * @param directory - what `cdk synth` wrote, usually `cdk.out`
 * @throws UserError when a file of it cannot be read
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/cloud-assembly-schema-readme.html
 */
export function readAssembly(directory: string): AssemblyStack[] {
  const { artifacts = {} } = readJson(directory, 'manifest.json') as {
    readonly artifacts?: Readonly<Record<string, Artifact>>;
  };
  const entries = Object.entries(artifacts);
  const ofType = (type: string) => entries.filter(([, artifact]) => artifact.type === type);
  const files = new Map(
    ofType('cdk:asset-manifest').flatMap(([, { properties }]) =>
      properties?.file === undefined ? [] : uploadedFiles(readJson(directory, properties.file) as AssetManifest),
    ),
  );
  return [
    ...ofType('aws:cloudformation:stack').map(
      ([id, { environment = '', properties }]): AssemblyStack => ({
        name: properties?.stackName ?? id,
        environment,
        tree: readTree(directory, properties?.templateFile ?? '', files),
      }),
    ),
    ...ofType('cdk:cloud-assembly').flatMap(([id, { properties }]) =>
      readAssembly(join(directory, properties?.directoryName ?? id)),
    ),
  ];
}

/** The files that a deployment uploads, by the key in the bucket. */
function uploadedFiles({ files = {} }: AssetManifest): [string, string][] {
  return Object.values(files).flatMap(({ source: { path }, destinations }) =>
    path === undefined ? [] : Object.values(destinations).map(({ objectKey }): [string, string] => [objectKey, path]),
  );
}

function readTree(directory: string, file: string, files: ReadonlyMap<string, string>): TemplateTree {
  const template = readJson(directory, file) as Template;
  const nested = new Map<string, TemplateTree>();
  for (const [id, { Type, Properties }] of Object.entries(template.Resources ?? {})) {
    if (Type !== NESTED_STACK) continue;
    // The URL names the bucket by an expression, and ends with the key in it.
    const url = JSON.stringify(Properties?.TemplateURL);
    const path = [...files].find(([key]) => url?.includes(`/${key}"`))?.[1];
    // A template that is no asset of the app, such as one of a public bucket, cannot be looked into.
    if (path !== undefined) nested.set(id, readTree(directory, path, files));
  }
  return { template, nested };
}

function readJson(directory: string, file: string): unknown {
  const path = join(directory, file);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError({
      en: `cannot read ${JSON.stringify(path)} of a cloud assembly (${reason}); name a folder that "org-governance synth" or "cdk synth" wrote`,
      ko: `클라우드 어셈블리의 ${JSON.stringify(path)}을(를) 읽을 수 없습니다(${reason}). "org-governance synth"나 "cdk synth"가 만든 폴더를 지정하세요`,
    });
  }
}
