/** What a province, city or prefecture is mostly called: 山西 for 山西省, 广西 for 广西壮族自治区. */
export const shortRegion = (name: string): string =>
  name.replace(/(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|地区|[省市盟州])$/u, '');
