import { GUARDRAILS } from '../../../constructs';
import { renderTable } from '../../reports/table';
import { type Command, EXIT, printJson } from '../command';

/** `org-governance guardrails` */
export const guardrails: Command = {
  name: 'guardrails',
  summary: {
    en: 'list the guardrail presets with their type, ISMS-P criteria, parameters and source',
    ko: '가드레일 프리셋을 유형, ISMS-P 기준, 매개변수, 출처와 함께 보여 줍니다',
  },
  run({ io, json, language }) {
    if (json) {
      printJson(
        io,
        GUARDRAILS.map(({ id, policyType, title, criteria, source, parameters }) => ({
          id,
          policyType,
          title,
          criteria,
          source,
          parameters: parameters ?? {},
        })),
      );
      return EXIT.ok;
    }
    io.out(
      renderTable(
        { en: ['preset', 'type', 'ISMS-P', 'what it does'], ko: ['프리셋', '유형', 'ISMS-P', '하는 일'] }[language],
        GUARDRAILS.map((guardrail) => [
          guardrail.id,
          guardrail.policyType,
          guardrail.criteria.join(' '),
          guardrail.title[language],
        ]),
      ),
    );
    return EXIT.ok;
  },
};
