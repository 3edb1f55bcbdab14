import { loadConfig } from '../../load-config';
import { attachmentPoints, expandSelector } from '../../model/selector';
import { parseSelector } from '../../parse-selector';
import { attachmentKey } from '../../policies/effective-policies';
import { renderTable } from '../../reports/table';
import { UserError } from '../../user-error';
import { type Command, EXIT, printJson } from '../command';

/** `org-governance targets '<selector>'` */
export const targets: Command = {
  name: 'targets',
  usage: "'<selector>'",
  summary: {
    en: "print the accounts that a selector selects, e.g. '{ ous: [Workloads], excludeOus: [Workloads/Dev] }'",
    ko: "선택자가 고르는 계정을 보여 줍니다. 예: '{ ous: [Workloads], excludeOus: [Workloads/Dev] }'",
  },
  run({ io, config, json, language, positionals }) {
    const [text, ...rest] = positionals;
    if (!text?.trim() || rest.length > 0) {
      throw new UserError({
        en: "give one selector in quotes, e.g. '{ ous: [Root] }'",
        ko: "선택자 하나를 따옴표로 묶으세요. 예: '{ ous: [Root] }'",
      });
    }
    const { model } = loadConfig(config);
    const selector = parseSelector(text, model);
    const accounts = expandSelector(model, selector);
    const attachments = attachmentPoints(model, selector).map(attachmentKey);
    const regions = selector.regions ?? [model.homeRegion];
    if (json) {
      printJson(io, {
        regions,
        attachments,
        accounts: accounts.map(({ name, id, ou }) => ({ name, id: id ?? null, ou })),
      });
      return EXIT.ok;
    }
    io.out(
      renderTable(
        { en: ['account', 'id', 'OU'], ko: ['계정', 'ID', 'OU'] }[language],
        accounts.map((account) => [
          account.name,
          account.id ?? { en: '(not vended yet)', ko: '(생성 전)' }[language],
          account.ou,
        ]),
      ),
    );
    io.out(
      {
        en: `${accounts.length} accounts; Regions: ${regions.join(', ')}; a policy would be attached to: ${attachments.join(', ') || '-'}\n`,
        ko: `계정 ${accounts.length}개, 리전: ${regions.join(', ')}, 정책이 붙는 곳: ${attachments.join(', ') || '-'}\n`,
      }[language],
    );
    return EXIT.ok;
  },
};
