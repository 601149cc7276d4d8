// @peculiar/x509 resolves its parts by reflection, and needs the polyfill before it is loaded.
import 'reflect-metadata';

export * from '@peculiar/x509';
