/** What schema.org says of a call: from when until when one may apply, whether it is open, what it pays, and its conditions. */
import { stateOfCall } from '../../domain/call-state';
import type { Amount, CallEntry } from '../../domain/entry';
import { links, type Node, taggedAs } from './linked-data';

export function callParts(entry: CallEntry, at: Date): Node {
  const { call, languages } = entry;
  const paid = call.amounts.filter(({ what }) => what !== 'fee');
  return {
    availableChannel: call.apply || languages.length > 0 ? channel(entry) : undefined,
    offers: offer(entry, at),
    serviceOutput: paid.map((amount) => grant(amount, call.fund)),
  };
}

const channel = ({ call, languages }: CallEntry): Node => ({
  '@type': 'ServiceChannel',
  serviceUrl: links([call.apply]),
  availableLanguage: languages,
});

function offer({ call, reviewBy, locale }: CallEntry, at: Date): Node {
  const { opens, closes, closesAt, supportRate, nextCalls } = call;
  const property = (propertyID: string, parts: Node): Node => ({ '@type': 'PropertyValue', propertyID, ...parts });
  return {
    '@type': 'Offer',
    availabilityStarts: opens,
    // Clock time of the place: the time zone stands beside it.
    availabilityEnds: closes && closesAt ? `${closes}T${closesAt}:00` : closes,
    url: links([nextCalls]),
    priceSpecification: call.amounts.filter(({ what }) => what === 'fee').map(fee),
    additionalProperty: [
      property('state', { value: stateOfCall(call, reviewBy, at) }),
      property('stateOn', { value: at.toISOString().slice(0, 10) }),
      property('timeZone', { value: call.timeZone }),
      ...textsOf(call).map(([id, value]) => property(id, { value })),
      ...(supportRate ? [property('supportRatePercent', { minValue: supportRate.min, maxValue: supportRate.max })] : []),
      ...call.criteria.map(({ id, quote }) => property('criterion', { name: id, value: taggedAs(quote, locale) })),
    ],
  };
}

function textsOf(call: CallEntry['call']): [string, string][] {
  const { fund, programme, objective, reference } = call;
  return Object.entries({ fund, programme, objective, reference }).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]]));
}

const grant = ({ what, min, max, currency }: Amount, fund: string | undefined): Node => ({
  '@type': what === 'loan' ? 'LoanOrCredit' : 'MonetaryGrant',
  name: what,
  amount: { '@type': 'MonetaryAmount', currency, minValue: min, maxValue: max },
  ...(what !== 'loan' && fund !== undefined && { funder: { '@type': 'FundingScheme', name: fund } }),
});

const fee = ({ min, max, currency }: Amount): Node => ({
  '@type': 'PriceSpecification',
  priceCurrency: currency,
  minPrice: min,
  maxPrice: max,
});
