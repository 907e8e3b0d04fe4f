'use strict';

(() => {
  const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
  const KEYS = {
    pk: { tag: 'publishable key', title: 'X-Api-Key: pk_…' },
    sk: { tag: 'secret key', title: 'X-Api-Key: sk_…' },
    admin: { tag: 'admin key', title: 'X-Admin-Key' },
  };
  const REASONS = {
    200: 'OK', 201: 'Created', 304: 'Not Modified', 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden',
    404: 'Not Found', 405: 'Method Not Allowed', 408: 'Request Timeout', 409: 'Conflict', 413: 'Content Too Large',
    415: 'Unsupported Media Type', 422: 'Unprocessable Content', 429: 'Too Many Requests', 500: 'Internal Server Error', 503: 'Service Unavailable',
  };
  const OURS = 'Not part of the documented surface of SeatBuilder or TMT';
  const ADDITION = /\s*Holdfast addition\.$/;
  const wide = window.matchMedia('(min-width: 62rem)');

  let api;
  let operations = [];

  // ---------------------------------------------------------------- elements

  /** Makes an element. Children are nodes or strings; strings always become text. */
  function el(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (value === true) element.setAttribute(key, '');
      else if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value);
    }
    element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
    return element;
  }

  /** Inline text: `code` and **bold**. The code of an operation becomes a link to it. */
  function inline(text) {
    return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).filter(Boolean).map((part) => {
      if (part.startsWith('**')) return el('strong', null, part.slice(2, -2));
      if (!part.startsWith('`')) return part;
      const code = el('code', null, part.slice(1, -1));
      const target = operations.find((operation) => operation.label === part.slice(1, -1));
      return target ? el('a', { href: '#' + target.id }, code) : code;
    });
  }

  /** Paragraphs and lists. */
  function blocks(text) {
    return text.split(/\n\n+/).map((block) => {
      const lines = block.split('\n');
      return lines.every((line) => line.startsWith('- '))
        ? el('ul', null, lines.map((line) => el('li', null, inline(line.slice(2)))))
        : el('p', null, inline(block));
    });
  }

  function anchor(id, title) {
    return el('a', { class: 'anchor', href: '#' + id, 'aria-label': 'Link to ' + title }, '#');
  }

  function tag(text, kind, title) {
    return el('span', { class: 'tag ' + kind, title }, text);
  }

  // ---------------------------------------------------------------- document

  function resolve(node) {
    if (!node?.$ref) return node;
    const target = node.$ref.slice(2).split('/').reduce(
      (at, step) => at[step.replaceAll('~1', '/').replaceAll('~0', '~')], api);
    const { $ref, ...own } = node;
    const whole = resolve(target);
    return { ...whole, ...own, $of: whole };
  }

  /** Other paths that lead to the same. */
  function aliasesOf(path) {
    return Object.keys(api.paths).filter((other) =>
      METHODS.some((method) => api.paths[other][method]?.['x-alias-of'] === path));
  }

  function collect() {
    const found = [];
    for (const [path, item] of Object.entries(api.paths)) {
      for (const method of METHODS) {
        const operation = item[method];
        if (!operation || operation['x-alias-of']) continue;
        found.push({
          ...operation,
          id: operation.operationId,
          path,
          method,
          label: `${method.toUpperCase()} ${path}`,
          requestBody: resolve(operation.requestBody),
          aliases: aliasesOf(path),
          parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve),
        });
      }
    }
    return [...found, ...collectSent()];
  }

  /** What the server sends instead of receiving. */
  function collectSent() {
    return Object.entries(api.webhooks ?? {}).map(([name, { post }]) => ({
      ...post,
      id: post.operationId,
      path: name,
      method: 'post',
      label: name,
      sent: true,
      parameters: post.parameters.map(resolve),
    }));
  }

  /** A description without the words that the page shows as a mark. */
  const plain = (schema) => (schema.description ?? '').replace(ADDITION, '');

  const jsonOf = (content) => content?.['application/json'];
  const EVENTS = 'text/event-stream';

  // ---------------------------------------------------------------- members

  const number = (value) => value.toLocaleString('en-US');

  function range(low, high, unit, one) {
    const units = (count) => (unit ? ` ${count === 1 ? one : unit}` : '');
    if (low !== undefined && high !== undefined) {
      return low === high ? `${number(low)}${units(low)}` : `${number(low)} to ${number(high)}${units(high)}`;
    }
    if (low !== undefined) return `at least ${number(low)}${units(low)}`;
    if (high !== undefined) return `at most ${number(high)}${units(high)}`;
    return null;
  }

  function bytes(count) {
    return count % 1048576 === 0 ? `${count / 1048576} MiB` : `${count / 1024} KiB`;
  }

  function bounds(schema) {
    const said = [];
    const choice = schema.anyOf ?? schema.oneOf;
    if (schema.enum) said.push('one of ' + schema.enum.map((word) => `\`${word}\``).join(', '));
    if (schema.const !== undefined && schema.type !== 'integer') said.push(`always \`${schema.const}\``);
    if (schema.const !== undefined && schema.type === 'integer') said.push(`always ${schema.const}`);
    said.push(range(schema.minLength || undefined, schema.maxLength, 'characters', 'character'));
    said.push(range(schema.minimum, schema.maximum));
    said.push(range(schema.minItems, schema.maxItems, 'items', 'item'));
    if (schema['x-max-bytes']) said.push(`at most ${bytes(schema['x-max-bytes'])}`);
    if (schema['x-max-depth']) said.push(`at most ${schema['x-max-depth']} levels deep`);
    if (schema['x-max-bookable-objects']) said.push(`at most ${number(schema['x-max-bookable-objects'])} bookable objects`);
    if (schema.items) {
      const each = bounds(resolve(schema.items));
      if (each && !resolve(schema.items).properties) said.push(`each ${each}`);
    }
    if (choice) {
      for (const part of choice.map(resolve)) {
        const text = part.type === 'null' || part.pattern ? null : bounds(part);
        if (text) said.push(`${kind(part)}: ${text}`);
      }
    }
    if (schema.default !== undefined && schema.default !== false) said.push(`default \`${JSON.stringify(schema.default)}\``);
    if (schema.default === false) said.push('default `false`');
    return said.filter(Boolean).join('; ');
  }

  function kind(schema) {
    if (schema.pattern && schema.format === 'date-time') return 'timestamp';
    if (schema.format === 'uri') return 'URL';
    const choice = (schema.oneOf ?? schema.anyOf)?.map(resolve).filter((part) => part.type || part.properties);
    if (choice?.length && !schema.properties) return choice.map(kind).join(' or ');
    if (Array.isArray(schema.type)) return schema.type.join(' or ');
    if (schema.type === 'array') {
      const item = kind(resolve(schema.items));
      return 'list of ' + (item === 'timestamp' || item === 'string' || item === 'object' ? item + 's' : item);
    }
    return schema.type ?? typeof schema.const;
  }

  /** The object schema whose members are shown beneath a member, if there is one. */
  function inner(schema) {
    if (schema.properties) return schema;
    if (schema.items) return inner(resolve(schema.items));
    if (schema.additionalProperties?.$ref) return inner(resolve(schema.additionalProperties));
    for (const part of schema.oneOf ?? schema.anyOf ?? []) {
      const found = inner(resolve(part));
      if (found) return found;
    }
    return null;
  }

  /** Names of which one must be present: {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}. */
  function alternatives(schema) {
    const parts = schema.oneOf ?? schema.anyOf ?? [];
    if (!parts.length || !parts.every((part) => part.required && !part.properties)) return null;
    const names = parts.flatMap((part) => part.required);
    return { names, words: schema.oneOf ? 'exactly one of these' : 'at least one of these' };
  }

  /** A member is marked when it is ours itself, not when only the format of its value is. */
  function isOurs(property, nested) {
    return property['x-holdfast-additive'] ?? (!nested && resolve(property)['x-holdfast-additive']);
  }

  function member(name, property, required, choice, depth) {
    const schema = resolve(property);
    const limits = bounds(schema);
    const nested = inner(schema);
    const ours = isOurs(property, nested);
    const description = plain(schema);
    return el('li', null,
      el('div', { class: 'member-head' },
        el('code', { class: 'member-name' }, name),
        el('span', { class: 'kind' }, kind(schema)),
        required ? tag('required', 'must') : null,
        choice?.names.includes(name) ? tag(choice.words, 'must') : null,
        ours ? tag('Holdfast addition', 'ours', OURS) : null),
      limits ? el('p', { class: 'bounds' }, inline(limits)) : null,
      description ? el('p', { class: 'what' }, inline(description)) : null,
      nested ? more(`Members of ${name}`, nestedMembers(nested, schema, depth),
        depth === 0 && Object.keys(nested.properties).length < 6) : null);
  }

  /** Members one level down, after what the nested schema says of itself. */
  function nestedMembers(nested, schema, depth) {
    const about = plain(nested === schema && schema.$of ? schema.$of : nested);
    const said = about && about !== plain(schema);
    return [said ? el('p', { class: 'note' }, inline(about)) : null, members(nested, depth + 1)];
  }

  function members(schema, depth = 0) {
    const choice = alternatives(schema);
    return el('ul', { class: 'members' }, Object.entries(schema.properties).map(([name, property]) =>
      member(name, property, schema.required?.includes(name), choice, depth)));
  }

  function more(title, content, open) {
    return el('details', { class: 'more', open: Boolean(open) }, el('summary', null, title), content);
  }

  // ---------------------------------------------------------------- samples

  const leaf = (value) => value === null || typeof value !== 'object' || Object.keys(value).length === 0;

  function tokens(value) {
    if (typeof value === 'string') return [el('span', { class: 's' }, JSON.stringify(value))];
    if (typeof value === 'number') return [el('span', { class: 'n' }, String(value))];
    if (leaf(value)) return [el('span', { class: 'w' }, JSON.stringify(value))];
    return null;
  }

  /** JSON as coloured nodes; what is short stays on one line. */
  function json(value, indent = '') {
    const simple = tokens(value);
    if (simple) return simple;
    const list = Array.isArray(value);
    const flat = JSON.stringify(value).length <= 56;
    const step = indent + '  ';
    const entries = Object.entries(value).map(([key, item], index) => [
      index ? (flat ? ', ' : ',\n' + step) : (flat ? '' : '\n' + step),
      list ? [] : [el('span', { class: 'k' }, JSON.stringify(key)), ': '],
      json(item, step),
    ]);
    return [list ? '[' : '{', entries, flat ? '' : '\n' + indent, list ? ']' : '}'];
  }

  function curl(operation, example) {
    let path = operation.path;
    for (const parameter of operation.parameters.filter((one) => one.in === 'path')) {
      path = path.replace(`{${parameter.name}}`, encodeURIComponent(parameter.example));
    }
    const query = operation.parameters.filter((one) => one.in === 'query' && one.example !== undefined)
      .map((one) => `${one.name}=${encodeURIComponent(one.example)}`).join('&');
    const url = window.location.origin + path + (query ? '?' + query : '');
    const streams = operation.responses['200']?.content?.[EVENTS];
    const verb = operation.method === 'get' ? (streams ? '-N ' : '') : `-X ${operation.method.toUpperCase()} `;
    const lines = [`curl ${verb}'${url}'`];
    const keys = operation['x-keys'];
    if (keys.includes('admin')) lines.push('-H "X-Admin-Key: $ADMIN_KEY"');
    else if (keys.includes('pk')) lines.push('-H "X-Api-Key: $API_KEY"');
    else if (keys.length) lines.push('-H "X-Api-Key: $SECRET_KEY"');
    const parts = [];
    if (example) {
      lines.push("-H 'Content-Type: application/json'", "-d '");
      parts.push(json(example.value), "'");
    }
    return [lines.join(' \\\n  '), parts];
  }

  function sample(title, options) {
    const code = el('code');
    const show = (option) => code.replaceChildren(...option.render().flat(Infinity));
    const pre = el('pre', { tabindex: '0', role: 'group', 'aria-label': title }, code);
    const select = options.length > 1 ? picker(title, options, show) : null;
    show(options[0]);
    const copy = el('button', { type: 'button', 'aria-label': `Copy ${title.toLowerCase()}` }, 'Copy');
    copy.hidden = !navigator.clipboard;
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.textContent);
      copy.textContent = 'Copied';
      window.setTimeout(() => { copy.textContent = 'Copy'; }, 1500);
    });
    const figure = el('figure', { class: 'sample' },
      el('figcaption', null, title, select ?? el('span', { class: 'only' }, options[0].title), copy), pre);
    return { figure, select, options, show };
  }

  function picker(title, options, show) {
    const select = el('select', { 'aria-label': `${title}: which example` });
    const groups = new Map();
    options.forEach((option, index) => {
      const entry = el('option', { value: index }, option.title);
      if (!option.group) return select.append(entry);
      if (!groups.has(option.group)) {
        groups.set(option.group, el('optgroup', { label: option.group }));
        select.append(groups.get(option.group));
      }
      return groups.get(option.group).append(entry);
    });
    select.addEventListener('change', () => show(options[select.value]));
    return select;
  }

  /** A request of the server's, as the receiver sees it. */
  function delivery(operation, example) {
    const headers = operation.parameters.map((one) => `${one.name}: ${one.example}\n`);
    return ['Content-Type: application/json\n', headers, '\n', json(example.value)];
  }

  function requestSample(operation) {
    const examples = Object.entries(jsonOf(operation.requestBody?.content)?.examples ?? { only: null });
    return sample(operation.sent ? 'Delivery' : 'Request', examples.map(([name, example]) => ({
      name, title: example?.summary ?? '', render: () => (operation.sent ? delivery : curl)(operation, example),
    })));
  }

  function answerOptions(responses) {
    return Object.entries(responses).flatMap(([status, node]) => {
      const content = resolve(node).content;
      const examples = (jsonOf(content) ?? content?.[EVENTS])?.examples ?? {};
      return Object.entries(examples).map(([name, example]) => ({
        name: `${status} ${name}`,
        title: `${status} ${example.summary}`,
        group: `${status} ${REASONS[status] ?? ''}`.trim(),
        render: () => (jsonOf(content) ? json(example.value) : [example.value]),
      }));
    });
  }

  function samples(operation) {
    const request = requestSample(operation);
    const options = answerOptions(operation.responses);
    const answer = options.length ? sample('Answer', options) : null;
    const follow = () => {
      const name = request.options[request.select.value].name;
      const index = options.findIndex((option) => /^2\d\d /.test(option.name) && option.name.endsWith(' ' + name));
      if (index < 0) return;
      answer.select.value = index;
      answer.show(options[index]);
    };
    if (answer?.select) request.select?.addEventListener('change', follow);
    return el('div', { class: 'samples' }, request.figure, answer?.figure);
  }

  // ---------------------------------------------------------------- operations

  function keyTags(operation) {
    const keys = operation['x-keys'];
    if (operation.sent) return null;
    const tags = keys.length ? keys.map((key) => tag(KEYS[key].tag, 'key', KEYS[key].title)) : [tag('no key', '')];
    if (operation['x-holdfast-additive']) tags.push(tag('Holdfast addition', 'ours', OURS));
    return el('ul', { class: 'tags', 'aria-label': 'Keys' }, tags.map((one) => el('li', null, one)));
  }

  /** A parameter as if it were a member. */
  function described(parameter) {
    const marks = { description: parameter.description, 'x-holdfast-additive': parameter['x-holdfast-additive'] };
    return { ...parameter.schema, ...marks };
  }

  function parameters(operation, place, title) {
    const chosen = operation.parameters.filter((one) => one.in === place);
    if (!chosen.length) return [];
    return [el('h4', null, title), el('ul', { class: 'members' }, chosen.map((one) =>
      member(one.name, described(one), one.required, null, 0)))];
  }

  function requestBody(operation) {
    const body = operation.requestBody;
    if (!body) return [];
    const schema = resolve(jsonOf(body.content).schema);
    return [
      el('h4', null, 'Body'),
      el('p', { class: 'note' }, inline(operation.sent ? `${body.description} JSON.`
        : `${body.description} JSON, at most ${bytes(body['x-max-bytes'])}.`.replace(/ At most \d+ MiB\. JSON/, ' JSON'))),
      members(schema),
    ];
  }

  function answerMembers(response) {
    const events = response.content?.[EVENTS]?.['x-event-data'];
    if (events) return eventMembers(events);
    const schema = jsonOf(response.content)?.schema;
    if (!schema || /\/(Tmt)?Error$/.test(schema.$ref)) return [];
    const full = resolve(schema);
    if (full.properties) return [more('Members', members(full))];
    return (full.oneOf ?? []).map(resolve).map((part) => more(plain(part).replace(/\.$/, ''), members(part)));
  }

  /** The data of server-sent events: those of one form together. */
  function eventMembers(events) {
    const forms = new Map();
    for (const [name, schema] of Object.entries(events)) {
      forms.set(schema.$ref, [...(forms.get(schema.$ref) ?? []), name]);
    }
    return [...forms].map(([form, names]) => more('Data of ' + names.join(', '), members(resolve({ $ref: form }))));
  }

  function headers(response) {
    return Object.entries(response.headers ?? {}).map(([name, header]) =>
      el('p', { class: 'note' }, inline(`Header \`${name}\`: ${resolve(header).description}`)));
  }

  function answers(operation) {
    return [el('h4', null, 'Answers'), el('ul', { class: 'answers' }, Object.entries(operation.responses).map(([status, node]) => {
      const response = resolve(node);
      const types = Object.keys(response.content ?? {}).filter((type) => type !== 'application/json');
      return el('li', null,
        el('span', { class: 'status' + (status < 400 || status === '2XX' ? ' ok' : ''), title: REASONS[status] }, status),
        el('div', null,
          el('p', null, inline(response.description), types.length ? inline(` \`${types.join('`, `')}\``) : null),
          headers(response),
          answerMembers(response)));
    }))];
  }

  function route(operation) {
    const path = operation.path.split(/(\{\w+\})/).map((part) =>
      (part.startsWith('{') ? el('span', { class: 'param' }, part) : part));
    return el('p', { class: 'route' },
      el('span', { class: 'verb-badge ' + operation.method }, operation.method.toUpperCase()),
      el('span', { class: 'path' }, operation.sent ? `your url: ${operation.path}` : path),
      (operation.aliases ?? []).map((other) => [' or ', el('span', { class: 'path' }, other)]));
  }

  function article(operation) {
    return el('article', { class: 'op', id: operation.id, 'aria-labelledby': operation.id + '-title' },
      el('div', { class: 'op-head' },
        el('h3', { id: operation.id + '-title' }, operation.summary, anchor(operation.id, operation.summary)),
        route(operation)),
      keyTags(operation),
      el('div', { class: 'op-body' },
        el('div', { class: 'op-text' },
          el('div', { class: 'prose' }, blocks(plain(operation))),
          parameters(operation, 'path', 'Path'),
          parameters(operation, 'query', 'Query'),
          parameters(operation, 'header', 'Headers'),
          requestBody(operation),
          answers(operation)),
        samples(operation)));
  }

  // ---------------------------------------------------------------- page

  const slug = (text) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

  /** The description's parts: what stands before the first heading, then one part a heading. */
  function guide() {
    const [first, ...rest] = api.info.description.split(/(?:^|\n\n)## /);
    return { first, parts: rest.map((part) => {
      const [title, ...text] = part.split('\n\n');
      return { id: 'guide-' + slug(title), title, text: text.join('\n\n') };
    }) };
  }

  /** What a dialect answers to any request; what one of its functions refuses stands with it. */
  function isCommon([, response]) {
    const [{ value }] = Object.values(jsonOf(response.content).examples);
    return value.statusCode || value.status > 400;
  }

  function sharedErrors() {
    const shared = Object.entries(api.components.responses).filter(isCommon).map(([name, response]) => {
      const [{ value }] = Object.values(jsonOf(response.content).examples);
      const options = answerOptions({ [value.statusCode ?? value.status]: response });
      const status = options[0].group + (value.status ? ' (TMT functions)' : '');
      return { name, status, response, options };
    });
    return el('section', { class: 'guide', id: 'shared-errors', 'aria-labelledby': 'shared-errors-title' },
      el('h2', { id: 'shared-errors-title' }, 'Common error answers', anchor('shared-errors', 'Common error answers')),
      el('div', { class: 'prose' }, el('p', null, 'Operations name the errors that they can answer; these are the same for all of them.')),
      el('div', { class: 'shared' }, shared.map((one) => el('div', null,
        el('h3', null, one.status),
        el('p', null, inline(one.response.description)),
        headers(one.response),
        sample('Answer', one.options).figure))));
  }

  function render() {
    const { first, parts } = guide();
    const main = document.getElementById('content');
    main.replaceChildren(
      el('section', { class: 'guide', 'aria-labelledby': 'title' },
        el('h1', { id: 'title' }, api.info.title),
        el('p', { class: 'lead' }, api.info.summary),
        el('div', { class: 'prose' }, blocks(first))),
      ...parts.map((part) => el('section', { class: 'guide', id: part.id, 'aria-labelledby': part.id + '-title' },
        el('h2', { id: part.id + '-title' }, part.title, anchor(part.id, part.title)),
        el('div', { class: 'prose' }, blocks(part.text)))),
      sharedErrors(),
      ...api.tags.map((group) => el('section', { class: 'group', id: slug(group.name), 'aria-labelledby': slug(group.name) + '-title' },
        el('h2', { id: slug(group.name) + '-title' }, group.name, anchor(slug(group.name), group.name)),
        el('div', { class: 'prose' }, blocks(group.description)),
        operations.filter((one) => one.tags.includes(group.name)).map(article))),
      el('p', { id: 'nothing', class: 'notice', hidden: true }, 'No operation matches.'));

    const guideLinks = [...parts, { id: 'shared-errors', title: 'Common error answers' }];
    document.getElementById('nav').replaceChildren(
      navGroup('Guide', guideLinks.map((part) => el('li', null, el('a', { href: '#' + part.id }, part.title))), 'guide'),
      ...api.tags.map((group) => navGroup(group.name, operations.filter((one) => one.tags.includes(group.name)).map(navEntry), '')));
    document.getElementById('version').textContent = 'v' + api.info.version;
  }

  function navGroup(title, entries, kindOfGroup) {
    return el('div', { class: kindOfGroup }, el('h2', null, title), el('ul', null, entries));
  }

  function navEntry(operation) {
    return el('li', { 'data-operation': operation.id }, el('a', { href: '#' + operation.id },
      el('span', { class: 'verb ' + operation.method }, operation.method === 'delete' ? 'DEL' : operation.method.toUpperCase()),
      el('span', null, operation.summary)));
  }

  // ---------------------------------------------------------------- filter and position

  function haystack(operation) {
    const names = [...document.getElementById(operation.id).querySelectorAll('.member-name')].map((node) => node.textContent);
    return [operation.label, operation.id, operation.summary, operation.description, ...operation.tags, ...names].join(' ').toLowerCase();
  }

  function filter(words) {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const operation of operations) {
      const match = wanted.every((word) => operation.haystack.includes(word));
      document.getElementById(operation.id).hidden = !match;
      document.querySelector(`[data-operation="${operation.id}"]`).hidden = !match;
      if (match) count += 1;
    }
    for (const group of document.querySelectorAll('main .group, #nav > div:not(.guide)')) {
      group.hidden = !group.querySelector('.op:not([hidden]), li[data-operation]:not([hidden])');
    }
    for (const part of document.querySelectorAll('.guide')) part.hidden = wanted.length > 0;
    document.getElementById('nothing').hidden = count > 0;
    document.getElementById('matches').textContent = wanted.length ? `${count} of ${operations.length} operations` : '';
  }

  function clearFilter() {
    document.getElementById('filter').value = '';
    filter('');
  }

  function goToHash() {
    const id = decodeURIComponent(window.location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.closest('[hidden]')) clearFilter();
    target.scrollIntoView({ behavior: 'instant' });
  }

  /** Scrolls the side bar, and only it, so that the link is visible. */
  function reveal(link) {
    const side = document.querySelector('.side');
    const frame = side.getBoundingClientRect();
    const box = link.getBoundingClientRect();
    if (box.top < frame.top) side.scrollTop -= frame.top - box.top + 40;
    else if (box.bottom > frame.bottom) side.scrollTop += box.bottom - frame.bottom + 40;
  }

  function followPosition() {
    const links = new Map([...document.querySelectorAll('#nav a')].map((link) => [link.hash.slice(1), link]));
    const places = [...links.keys()].map((id) => document.getElementById(id));
    let waiting = false;
    let current;
    const mark = () => {
      waiting = false;
      const visible = places.filter((place) => !place.closest('[hidden]'));
      const passed = visible.filter((place) => place.getBoundingClientRect().top < 140);
      const next = passed.length ? links.get(passed[passed.length - 1].id) : undefined;
      if (next === current) return;
      current?.removeAttribute('aria-current');
      next?.setAttribute('aria-current', 'location');
      current = next;
      if (next && wide.matches) reveal(next);
    };
    const soon = () => {
      if (!waiting) window.requestAnimationFrame(mark);
      waiting = true;
    };
    document.addEventListener('scroll', soon, { passive: true });
    mark();
  }

  function listen() {
    const box = document.getElementById('filter');
    const contents = document.getElementById('contents');
    const fit = () => { contents.open = wide.matches; };
    box.addEventListener('input', () => {
      filter(box.value);
      window.scrollTo({ top: 0, behavior: 'instant' });
      if (!wide.matches) contents.open = box.value !== '';
    });
    document.addEventListener('keydown', (event) => {
      const typing = event.target.matches('input, select, textarea');
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        box.focus();
      }
      if (event.key === 'Escape' && event.target === box) clearFilter();
    });
    document.getElementById('nav').addEventListener('click', (event) => {
      if (event.target.closest('a') && !wide.matches) contents.open = false;
    });
    window.addEventListener('hashchange', goToHash);
    window.addEventListener('beforeprint', () => {
      for (const one of document.querySelectorAll('main details')) one.open = true;
    });
    wide.addEventListener('change', fit);
    fit();
  }

  async function start() {
    try {
      const response = await fetch('/reference/openapi.json', { headers: { Accept: 'application/json' } });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      api = await response.json();
    } catch (error) {
      document.getElementById('content').replaceChildren(el('p', { class: 'notice failed', role: 'alert' },
        `The document could not be loaded (${error.message}). `, el('a', { href: '/reference/openapi.json' }, 'openapi.json')));
      return;
    }
    operations = collect();
    render();
    operations.forEach((operation) => { operation.haystack = haystack(operation); });
    listen();
    goToHash();
    followPosition();
  }

  start();
})();
