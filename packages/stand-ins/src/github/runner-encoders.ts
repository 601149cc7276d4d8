import { base64Escape, jsonStringEscape, uriDataEscape, xmlDataEscape } from '../masking/encoders.js';
import type { ValueEncoder } from '../masking/secret-masker.js';

/** Fewer characters than this are not masked as a part of a value that PowerShell cut at an ampersand. */
const MIN_POWERSHELL_SECTION = 6;

/**
 * The forms of a value that the runner masks beside the value itself.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/HostContext.cs registers them,
 * https://github.com/actions/runner/blob/main/src/Sdk/DTLogging/Logging/ValueEncoders.cs defines them.
 */
export const runnerEncoders: readonly ValueEncoder[] = [
  value => base64Escape(value),
  value => base64Escape(value, 1),
  value => base64Escape(value, 2),
  value => value.replaceAll('"', '\\"'),
  value => value.replaceAll("'", "''"),
  jsonStringEscape,
  uriDataEscape,
  xmlDataEscape,
  trimDoubleQuotes,
  powerShellPreAmpersand,
  powerShellPostAmpersand,
];

function trimDoubleQuotes(value: string): string {
  return value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : '';
}

function powerShellPreAmpersand(value: string): string {
  if (!value.includes('&')) return '';
  const section = value.includes('&+')
    ? value.slice(0, value.indexOf('&+') + 2)
    : value.slice(0, value.lastIndexOf('&') + 1);
  return section.length >= MIN_POWERSHELL_SECTION ? section : '';
}

function powerShellPostAmpersand(value: string): string {
  if (!value.includes('&')) return '';
  // After `&+` one more character is skipped: PowerShell colours it.
  const section = value.includes('&+') ? value.slice(value.indexOf('&+') + 3) : value.slice(value.lastIndexOf('&') + 1);
  return section.length >= MIN_POWERSHELL_SECTION ? section : '';
}
