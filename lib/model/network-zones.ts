import { type ProblemList, quote } from './model-problem';

const regionOf = (zone: string): string => zone.slice(0, zone.indexOf('-'));

/** Reports zones that are listed twice, or are not all of one Region. */
export function checkZones(zones: readonly string[] | undefined, at: (string | number)[], list: ProblemList): void {
  const [first, ...others] = zones ?? [];
  if (first === undefined) return;
  list.checkUnique(
    zones ?? [],
    (zone) => zone,
    (index) => [...at, index],
    { en: 'zone', ko: '가용 영역' },
  );
  for (const [index, zone] of others.entries()) {
    if (regionOf(zone) === regionOf(first)) continue;
    list.error([...at, index + 1], {
      en: `${quote(zone)} is of another Region than ${quote(first)}; the network is in the home Region, so write zones of it`,
      ko: `${quote(zone)}은(는) ${quote(first)}와(과) 다른 리전입니다. 네트워크는 홈 리전에 있습니다: 홈 리전의 가용 영역을 적으세요`,
    });
  }
}

/** Reports zones of the file that are not of the home Region, of whose name their ids are the short form. */
export function checkHomeZones([first]: readonly string[], homeRegion: string, list: ProblemList): void {
  const [area = '', ...rest] = homeRegion.split('-');
  const number = rest.pop() ?? '';
  const code = `${area}${rest.map(shortForm).join('')}${number}`;
  if (first === undefined || regionOf(first) === code) return;
  list.error(['zones', 0], {
    en: `${quote(first)} is no zone of the home Region ${quote(homeRegion)}, where the network is; write zones such as ${code}-az1`,
    ko: `${quote(first)}은(는) 네트워크가 있는 홈 리전 ${quote(homeRegion)}의 가용 영역이 아닙니다: ${code}-az1처럼 적으세요`,
  });
}

/** `northeast` is `ne`, `gov` is `g`. */
function shortForm(word: string): string {
  const [, one = '', two = ''] = /^(north|south)?(east|west)?$/.exec(word) ?? [];
  return one + two === '' ? word.slice(0, 1) : one.slice(0, 1) + two.slice(0, 1);
}
