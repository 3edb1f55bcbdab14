import {
  accountsSyncJson,
  OrganizationsError,
  openOrganizations,
  renderAccountsSync,
  accountsSync as runAccountsSync,
} from '../../bootstrap';
import { ConfigError, parseConfig } from '../../config';
import { UserError } from '../../user-error';
import { type Command, EXIT, printJson } from '../command';

/** `org-governance accounts sync` */
export const accountsSync: Command = {
  name: 'accounts sync',
  summary: {
    en: 'read the account ids of the live organization into accounts.lock.json; shows the plan first',
    ko: '실제 조직의 계정 ID를 accounts.lock.json에 적습니다. 먼저 계획을 보여 줍니다',
  },
  options: {
    apply: { type: 'boolean', help: { en: 'write accounts.lock.json', ko: 'accounts.lock.json에 씁니다' } },
    prune: {
      type: 'boolean',
      help: { en: 'also remove the lines of accounts that are gone', ko: '없어진 계정의 줄도 지웁니다' },
    },
  },
  async run({ io, config, json, language, options }) {
    const parsed = parseConfig(config);
    if (!parsed.files || parsed.problems.some((problem) => problem.severity === 'error'))
      throw new ConfigError(parsed.problems, config);
    const { organization, accountsLock } = parsed.files;
    try {
      const result = await runAccountsSync({
        directory: config,
        configured: {
          organizationId: organization.organization.id,
          accounts: organization.accounts.map(({ name, email, id }) => ({
            name,
            email,
            ...(id !== undefined && { id }),
          })),
        },
        lock: accountsLock,
        client: await openOrganizations(organization.homeRegion),
        apply: options.apply === true,
        prune: options.prune === true,
        ...(io.interactive && { onProgress: ({ accounts }: { accounts: number }) => io.err(`\r${accounts} …`) }),
      });
      if (json) printJson(io, accountsSyncJson(result));
      else io.out(renderAccountsSync(result, language));
      return { conflict: EXIT.invalid, planned: EXIT.differences, unchanged: EXIT.ok, applied: EXIT.ok }[
        result.outcome
      ];
    } catch (error) {
      if (error instanceof OrganizationsError) throw new UserError(error.text);
      throw error;
    }
  },
};
