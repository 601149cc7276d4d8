import type { ProxySettings } from './proxy-settings.js';

/** What the machine that runs the job says about its network. */
export interface NetworkSettings {
  readonly proxy: ProxySettings | undefined;
  /** PEMs of certificate authorities to trust besides the usual ones; undefined where there are none. */
  readonly extraAuthorities: readonly string[] | undefined;
}
