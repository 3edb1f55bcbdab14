import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssemblyStack } from '../../../lib/guard/read-assembly';
import type { Template, TemplateResource, TemplateTree } from '../../../lib/guard/template';

/** Account and Region of every stack of these tests. */
export const ENVIRONMENT = 'aws://111122223333/ap-northeast-2';

type Resources = Readonly<Record<string, TemplateResource>>;

/** A template of nothing but resources, with the nested stacks in it. */
export function tree(resources: Resources, nested: Readonly<Record<string, TemplateTree>> = {}): TemplateTree {
  return { template: { Resources: resources }, nested: new Map(Object.entries(nested)) };
}

/** A stack of one cloud assembly. */
export function stack(name: string, content: TemplateTree, environment = ENVIRONMENT): AssemblyStack {
  return { name, environment, tree: content };
}

/** A resource with its properties. */
export function resource(
  Type: string,
  Properties: TemplateResource['Properties'] = {},
  rest: Omit<TemplateResource, 'Type' | 'Properties'> = {},
): TemplateResource {
  return { Type, Properties, ...rest };
}

/** Writes a cloud assembly of one template for each stack, as the CDK does. */
export function writeAssembly(directory: string, templates: Readonly<Record<string, Template>>): string {
  mkdirSync(directory, { recursive: true });
  for (const [name, template] of Object.entries(templates))
    writeFileSync(join(directory, `${name}.template.json`), JSON.stringify(template));
  const artifacts = Object.fromEntries(
    Object.keys(templates).map((name) => [
      name,
      {
        type: 'aws:cloudformation:stack',
        environment: ENVIRONMENT,
        properties: { templateFile: `${name}.template.json` },
      },
    ]),
  );
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify({ version: '55.0.0', artifacts }));
  return directory;
}
