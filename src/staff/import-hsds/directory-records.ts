/** Which objects of an HSDS 3 file are services, and which are organisations. */

export type JsonObject = Readonly<Record<string, unknown>>;

export interface Directory {
  readonly services: readonly JsonObject[];
  readonly organisations: readonly JsonObject[];
}

/** A record, a list, a page of the API, or what `ponte export` writes. */
export function recordsOf(json: unknown): Directory {
  const lists = isObject(json) ? [json.contents, json.services].filter(Array.isArray) : [];
  const records = Array.isArray(json) ? json : lists.length > 0 && isObject(json) && !isRecord(json) ? lists.flat() : [json];
  const named = isObject(json) && Array.isArray(json.organizations) && !isRecord(json) ? json.organizations : [];
  const objects = records.filter(isObject).filter(isRecord);
  const outer = [...objects.filter((record) => !isService(record)), ...named.filter(isObject)];
  const inner = outer.flatMap((organisation) =>
    Array.isArray(organisation.services)
      ? organisation.services.filter(isObject).map((service) => ({ organization: organisation, ...service }))
      : [],
  );
  const services = [...objects.filter(isService), ...inner];
  const organisations = [
    ...outer,
    ...services.flatMap(({ organization }) => (isObject(organization) && isRecord(organization) ? [organization] : [])),
  ];
  return { services: unique(services), organisations: unique(organisations) };
}

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRecord = (value: JsonObject): boolean => Object.hasOwn(value, 'id') || Object.hasOwn(value, 'name');
/** Organisations have no status. */
const isService = (value: JsonObject): boolean =>
  Object.hasOwn(value, 'status') || Object.hasOwn(value, 'organization_id') || isObject(value.organization);

/** The first of each id; what has none stays, and is refused by name. */
function unique(records: readonly JsonObject[]): JsonObject[] {
  const seen = new Set<unknown>();
  return records.filter(({ id }) => {
    if (typeof id !== 'string') return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
