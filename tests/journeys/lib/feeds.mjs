// Feeds as programs that are not ours read them, each kind by two that share no parser.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import FeedMe from 'feedme';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const list = (found) => (found === undefined ? [] : [found].flat());

/** An entry in one form whoever read it; what is not stated is empty. */
const entry = ({ id, title, link, updated, published, authors, tags, summary }) => ({
  id,
  title,
  link: link ?? '',
  day: updated ?? published ?? '',
  authors: list(authors).map(({ name }) => name),
  tags: list(tags),
  summary: summary ?? '',
});

const alternate = (links) => list(links).find(({ rel }) => rel === 'alternate')?.href;
const self = (links) => list(links).find(({ rel }) => rel === 'self')?.href;

function atomByFeedsmith(text) {
  const { id, title, updated, authors, links, entries = [] } = parseAtomFeed(text);
  return {
    id,
    updated,
    title: title.value,
    home: alternate(links),
    self: self(links),
    authors: list(authors).map(({ name }) => name),
    entries: entries.map((of) =>
      entry({ ...of, title: of.title.value, summary: of.summary?.value, link: alternate(of.links), tags: list(of.categories).map(({ term }) => term) })),
  };
}

function jsonByFeedsmith(text) {
  const { title, authors, home_page_url: home, feed_url: self, items = [] } = parseJsonFeed(JSON.parse(text));
  return {
    title,
    home,
    self,
    authors: list(authors).map(({ name }) => name),
    entries: items.map((of) => entry({ ...of, link: of.url, published: of.date_published, summary: of.content_text })),
  };
}

/** sax for XML, clarinet for JSON. */
async function byFeedMe(text) {
  const parser = new FeedMe(true);
  parser.end(text);
  await once(parser, 'finish');
  return parser.done();
}

async function atomByFeedMe(text) {
  const { type, id, title, updated, author, link, items } = await byFeedMe(text);
  assert.equal(type, 'atom');
  return {
    id,
    updated,
    title,
    home: alternate(link),
    self: self(link),
    authors: list(author).map(({ name }) => name),
    entries: items.map((of) => entry({ ...of, link: alternate(of.link), authors: of.author, tags: list(of.category).map(({ term }) => term) })),
  };
}

async function jsonByFeedMe(text) {
  const { type, version, title, authors, home_page_url: home, feed_url: self, items } = await byFeedMe(text);
  assert.deepEqual([type, version], ['json', 'https://jsonfeed.org/version/1.1']);
  return {
    title,
    home,
    self,
    authors: list(authors).map(({ name }) => name),
    entries: items.map((of) => entry({ ...of, link: of.url, published: of.date_published, summary: of.content_text })),
  };
}

// What no standard names is text by RFC 5545, 3.8.8.2; ical.js leaves its escapes where it is not told.
ICAL.design.icalendar.property['x-wr-calname'] = { defaultType: 'text' };

const byDay = (a, b) => (a.day + a.id < b.day + b.id ? -1 : 1);

function icsByIcal(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const entries = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const link = component.getFirstPropertyValue('url') ?? '';
    return { id: event.uid, day: event.startDate.toString(), title: event.summary, summary: event.description, link };
  });
  return { title: calendar.getFirstPropertyValue('x-wr-calname'), entries: entries.sort(byDay) };
}

function icsByNode(text) {
  const read = nodeIcal.sync.parseICS(text);
  const two = (number) => String(number).padStart(2, '0');
  const entries = Object.values(read).filter(({ type }) => type === 'VEVENT').map((event) => {
    const day = `${event.start.getFullYear()}-${two(event.start.getMonth() + 1)}-${two(event.start.getDate())}`;
    return { id: event.uid, day, title: event.summary, summary: event.description, link: event.url ?? '' };
  });
  return { title: read.vcalendar['WR-CALNAME'], entries: entries.sort(byDay) };
}

const READERS = {
  atom: [atomByFeedsmith, atomByFeedMe],
  json: [jsonByFeedsmith, jsonByFeedMe],
  ics: [icsByIcal, icsByNode],
};

/** What a feed says, once two programs have said the same of it. */
export async function read(name, text) {
  const [one, two] = await Promise.all(READERS[name.split('.').pop()].map((reader) => reader(text)));
  assert.deepEqual(one, two, `two programs read the same of ${name}`);
  const ids = one.entries.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, `no id stands twice in ${name}`);
  assert.ok(one.title && ids.every(Boolean) && one.entries.every(({ title }) => title), `titles and ids in ${name}`);
  return one;
}
