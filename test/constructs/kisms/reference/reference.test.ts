import {
  CONFIG_RULES,
  CRITERIA,
  controls,
  DOMAINS,
  kismsCheckReference,
  kismsCriteriaReference,
  kismsRuleReference,
  REMEDIATIONS,
} from '../../../../constructs/kisms';
import { KISMS_RULES } from '../../../../constructs/kisms-checks';

const LANGUAGES = ['en', 'ko'] as const;

/** The part of a page from a heading to the next one of any level. */
function section(page: string, heading: string): string {
  return page.split(/^#+ /m).find((text) => text.startsWith(heading)) ?? '';
}

describe.each(LANGUAGES)('the criteria in %s', (language) => {
  const page = kismsCriteriaReference(language, KISMS_RULES);

  test('stand under their domains, every one with its manual part', () => {
    const headings = [...page.matchAll(/^##+ ([\d.]+) /gm)].map(([, id]) => id);
    const wanted = DOMAINS.flatMap(({ id }) => [
      id,
      ...CRITERIA.filter(({ domain }) => domain === id).map((criterion) => criterion.id),
    ]);
    expect(headings).toEqual(wanted);
    for (const { id, title, manual } of CRITERIA) {
      expect(section(page, `${id} ${title[language]}`)).toContain(manual.task[language]);
    }
  });

  test('name every control', () => {
    const missing = controls(KISMS_RULES).filter(
      ({ criterion, reference, behaviour }) =>
        behaviour !== 'manual' && !section(page, `${criterion} `).includes(`\`${reference}\``),
    );
    expect(missing).toEqual([]);
  });

  test('keep apart what AWS maps and what we map', () => {
    const [aws, own] = { en: ['AWS docs', 'our judgement'], ko: ['AWS 문서', '자체 판단'] }[language];
    const lines = section(page, '2.9.4 ').split('\n');
    expect(lines.find((line) => line.includes('`CLOUD_TRAIL_ENABLED`'))).toContain(`(${aws})`);
    expect(lines.find((line) => line.includes('`deny-cloudtrail-tampering`'))).toContain(`(${own})`);
  });
});

describe.each(LANGUAGES)('the rules in %s', (language) => {
  const rows = new Map(
    kismsRuleReference(language)
      .split('\n')
      .flatMap((line) => {
        const id = /^\| `([A-Z0-9_]+)`/.exec(line)?.[1];
        return id === undefined ? [] : [[id, line] as const];
      }),
  );

  test('are all there, once', () => {
    expect([...rows.keys()].sort()).toEqual(CONFIG_RULES.map(({ identifier }) => identifier).sort());
  });

  test('tell parameters, the reason of those that are off, and the document that repairs', () => {
    for (const { identifier, parameterNames, off } of CONFIG_RULES) {
      const row = rows.get(identifier);
      for (const name of parameterNames) expect(row).toContain(`\`${name}\``);
      if (off) expect(row).toContain(off[language]);
      if (REMEDIATIONS[identifier]) expect(row).toContain(REMEDIATIONS[identifier].document);
    }
    const law = { en: 'Retention of access records, days', ko: '접속기록 보관 기간(일)' }[language];
    expect(rows.get('CW_LOGGROUP_RETENTION_PERIOD_CHECK')).toContain(`\`MinRetentionTime\` (**${law}**)`);
  });
});

test.each(LANGUAGES)('the checks in %s tell the severity and the remedy', (language) => {
  const page = kismsCheckReference(language, KISMS_RULES);
  for (const { id, fix, level } of KISMS_RULES) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${id}\``));
    expect(row).toContain(fix[language].replaceAll('|', '\\|'));
    const word = { en: ['error', 'warning'], ko: ['오류', '경고'] }[language][level === 'Error' ? 0 : 1];
    expect(row).toContain(` ${word} `);
  }
});

test('a table keeps its columns when a text has a bar', () => {
  const title = { en: 'a | b', ko: '가 | 나' };
  const check = { id: 'X', criteria: ['2.9.4'], title, fix: title, level: 'Error', resourceTypes: ['AWS::S3::Bucket'] };
  expect(kismsCheckReference('en', [check])).toContain('| a \\| b | a \\| b |');
});
