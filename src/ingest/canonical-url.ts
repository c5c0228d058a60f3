/**
 * Parameters that tell a publisher where a reader came from and that no page needs: those of advertisers and newsletters
 * (each names its maker's own click or letter), and those that outlets put on the links of their feeds.
 */
const TRACKING: readonly RegExp[] = [
  // Campaigns, as Google Analytics, Matomo and HubSpot count them.
  /^(?:utm|mtm|piwik|matomo|hsa)_/,
  // The same by Matomo before, AT Internet, Comscore and Webtrekk, whose beginnings others use for other things.
  /^(?:pk|at|ns)_(?:campaign(?:_type)?|medium|source|content|kwd|keyword|mchannel|linkname|fee|format|custom\d|ptr_name|bbc_team|link_(?:id|type|origin))$/,
  /^wt_z?mc$/,
  // A click on an advertisement or a post: Facebook, Google, Microsoft, Yandex, X, TikTok, LinkedIn, Instagram, Pinterest.
  /^(?:fbclid|gclid|gclsrc|dclid|gbraid|wbraid|srsltid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|epik|mibextid|__twitter_impression)$/,
  // Who opened a letter: Mailchimp, HubSpot, Marketo, Vero, Omeda; and what Google hands from site to site.
  /^(?:mc_[ce]id|_hsenc|_hsmi|__hs\w+|mkt_tok|vero_(?:id|conv)|oly_(?:anon|enc)_id|_ga|_gl)$/,
  // Links of feeds: Al Jazeera, Deutsche Welle, The Guardian, The New York Times, French outlets, and those of many.
  /^(?:traffic_source|maca|cmp|cmpid|smid|smtyp|xtor|ftag|ncid|taid|guccounter|guce_referrer(?:_sig)?)$/,
];
/** The same page in a form for phones. */
const AMP_PARAMETER = /^(?:amp(?:=(?:1|true)?)?|outputtype=amp)$/i;
const UNRESERVED = /%(?:2D|2E|3[0-9]|4[1-9A-F]|5[0-9A]|5F|6[1-9A-F]|7[0-9A]|7E)/gi;

/** An address that opens the page, without credentials, place in the page and what only tracks readers; null for what is no http or https address. */
export function canonicalUrl(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return null;
  url.username = '';
  url.password = '';
  // Some pages are opened by what stands behind "#!" or "#/".
  if (!/^#[!/]/.test(url.hash)) url.hash = '';
  const kept = parametersOf(url).filter((parameter) => !isTracking(parameter));
  url.search = queryOf(kept);
  return url.href;
}

/**
 * What two addresses of one article have in common, however each is written: with http or https, "www.", a final mark, other
 * orders of parameters, other escapes, or for phones. For comparing alone: it need not open. What is no address of http or https
 * is its own key.
 */
export function addressKey(address: string): string {
  const canonical = canonicalUrl(address);
  if (canonical === null) return address;
  const url = new URL(canonical);
  const host = url.host.replace(/\.(?=:|$)/, '').replace(/^(?:(?:www|amp)\.)+(?=[^.]+\.)/, '');
  const parameters = parametersOf(url)
    .map(normalised)
    .filter((parameter) => !AMP_PARAMETER.test(parameter))
    .toSorted();
  return `https://${host}${pathOf(url)}${queryOf(parameters)}${normalised(url.hash)}`;
}

const queryOf = (parameters: readonly string[]): string => (parameters.length === 0 ? '' : `?${parameters.join('&')}`);

/** As written, in their order. */
const parametersOf = ({ search }: URL): readonly string[] =>
  search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '');

function isTracking(parameter: string): boolean {
  const name = normalised(parameter.split('=', 1)[0] ?? '').toLowerCase();
  return TRACKING.some((pattern) => pattern.test(name));
}

/** A page for phones at ".../amp" is one of another address; "/amp" alone is a page of its own. */
const pathOf = ({ pathname }: URL): string =>
  normalised(pathname)
    .replace(/\/+$/, '')
    .replace(/(?<=\/[^/]+)(?:\/amp)+$/i, '')
    .replace(/\/+$/, '') || '/';

/** Escapes where they are needed alone, in capitals: https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2 */
const normalised = (part: string): string =>
  part.replace(UNRESERVED, (code) => decodeURIComponent(code)).replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
