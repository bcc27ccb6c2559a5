/** How people reach whoever offers a service. */
import { z } from 'zod';
import { type HsdsRecord, line, list, MAX, namesIn } from './record-parts';

export interface Contact {
  readonly organisation?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly hours?: string;
}

export function contactOf(item: HsdsRecord, notes: string[]): Contact {
  const places = item.service_at_locations.map(({ location }) => location);
  const phones = [...item.phones, ...listsIn(places, 'phones'), ...listsIn(item.locations, 'phones')].flatMap(({ number }) =>
    typeof number === 'string' ? [number.trim()] : [],
  );
  const phone = phones.find((number) => /^\+?[0-9 ()./-]{5,30}$/.test(number));
  if (phone === undefined && phones.length > 0) notes.push(`its phone "${line(phones[0] ?? '', 40)}" is no number`);
  const given = item.email ?? item.organization?.email;
  const email = z.email().safeParse(given).success ? given : undefined;
  if (given !== undefined && given.trim() !== '' && email === undefined) notes.push(`its e-mail "${line(given, 40)}" is no address`);
  const [place] = [...listsIn(places, 'addresses'), ...listsIn(item.locations, 'addresses')];
  const address = ['address_1', 'address_2', 'postal_code', 'city'].flatMap((name) => namesIn([{ name: place?.[name] }])).join(', ');
  const organisation = line(item.organization?.name ?? '', MAX.line);
  const hours = item.schedules.flatMap(({ description }) => namesIn([{ name: description }])).join('; ');
  const said = { organisation, address: line(address, MAX.line), phone, email, hours: line(hours, MAX.line) };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== ''));
}

const listsIn = (owners: readonly unknown[], name: string): Record<string, unknown>[] =>
  owners.flatMap((owner) => list.parse(typeof owner === 'object' && owner !== null ? (owner as Record<string, unknown>)[name] : undefined));
