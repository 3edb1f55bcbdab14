import type { ConfigPath } from '../config/problem';
import type { CustomerManagedPolicyConfig, IdentityCenterContext } from './identity-center-context';
import { quote } from './model-problem';

/** Name and path of a customer managed policy. */
export interface PolicyReference {
  readonly name: string;
  readonly path: string;
}

/** Resolves the customer managed policies that permission sets name, by name. */
export class DeclaredPolicies {
  private readonly paths: ReadonlyMap<string, string>;
  private readonly names: readonly string[];

  constructor(
    declared: readonly CustomerManagedPolicyConfig[],
    private readonly context: Pick<IdentityCenterContext, 'alsoKnown' | 'list'>,
  ) {
    this.paths = new Map(declared.map(({ name, path = '/' }) => [name, path]));
    this.names = [...this.paths.keys(), ...context.alsoKnown.customerManagedPolicies];
  }

  /** The policy with its path; a name that is not declared, or has another path, is reported. */
  resolve({ name, path }: { name: string; path?: string }, at: ConfigPath): PolicyReference {
    const declared = this.paths.get(name);
    const { list } = this.context;
    list.checkName([...at, 'name'], 'customer managed policy', name, this.names, {
      en: 'declare it under customerManagedPolicies, so that it is there in every account before the set is',
      ko: '권한 세트보다 먼저 각 계정에 배포되도록 customerManagedPolicies에 적으세요',
    });
    if (declared !== undefined && path !== undefined && path !== declared) {
      list.error([...at, 'path'], {
        en: `${quote(path)} is not the path of ${quote(name)}, which is declared as ${quote(declared)}; remove path here`,
        ko: `${quote(path)}은(는) ${quote(name)}의 경로가 아닙니다. 선언한 경로는 ${quote(declared)}입니다: 여기의 path를 지우세요`,
      });
    }
    return { name, path: declared ?? path ?? '/' };
  }
}
