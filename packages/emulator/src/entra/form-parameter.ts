import { Refusal } from './refusal.js';

/** A form field that must not be empty. Throws Refusal 900144 if it is, or is missing. */
export function requiredParameter(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value === null || value === '') {
    throw new Refusal(900144, `The request body must hold the parameter '${name}'.`);
  }
  return value;
}
