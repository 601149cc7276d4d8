import { readFileSync } from 'node:fs';
import {
  environmentProxy,
  type NetworkSettings,
  type Platform,
  type ProxySettings,
  proxyAddress,
} from '@entra-token/core';
import { parseList } from './parse-list.js';

/**
 * What the agent was configured with goes before the variables of the machine:
 * https://learn.microsoft.com/azure/devops/pipelines/agents/proxy and
 * https://learn.microsoft.com/azure/devops/pipelines/agents/certificate
 */
export function networkSettings(environment: Platform['environment']): NetworkSettings {
  const agentCa = environment['AGENT_CAINFO'];
  const files = agentCa ? [agentCa, environment['NODE_EXTRA_CA_CERTS']] : [];
  const authorities = files.flatMap(file => (file ? readIfThere(file) : []));
  return {
    proxy: agentProxy(environment) ?? environmentProxy(environment),
    // Naming any authority makes Node forget those of NODE_EXTRA_CA_CERTS, so both are named.
    extraAuthorities: authorities.length > 0 ? authorities : undefined,
  };
}

function agentProxy(environment: Platform['environment']): ProxySettings | undefined {
  const address = environment['AGENT_PROXYURL'];
  const proxy = address ? proxyAddress(address) : undefined;
  if (!proxy) return undefined;
  if (environment['AGENT_PROXYUSERNAME']) {
    proxy.username = encodeURIComponent(environment['AGENT_PROXYUSERNAME']);
    proxy.password = encodeURIComponent(
      environment['SECRET_AGENT_PROXYPASSWORD'] ?? environment['AGENT_PROXYPASSWORD'] ?? '',
    );
  }
  const exceptions = bypassList(environment['AGENT_PROXYBYPASSLIST']);
  return { proxy, bypasses: target => exceptions.some(exception => exception.test(target.href)) };
}

/** A JSON array of regular expressions; one that is none is left out, as the agent does. */
function bypassList(text: string | undefined): RegExp[] {
  const list = parseList(text);
  return list.flatMap(pattern => {
    try {
      return [new RegExp(pattern, 'i')];
    } catch {
      return [];
    }
  });
}

function readIfThere(file: string): string[] {
  try {
    return [readFileSync(file, 'utf8')];
  } catch {
    return [];
  }
}
