-- Lets a token through to the ledger, or says who stands in the way. All or nothing.
--
-- KEYS[1..n]  one key a seat, all of one event (one hash tag, so one slot)
-- ARGV[1]     owner: fingerprint of the claimant's token
-- ARGV[2]     life of a provisional entry, in milliseconds
--
-- Returns {} when the token passed, else three values for each seat in the way, in the order of
-- KEYS: its place counted from 0, the kind of entry ('t' when taken), the version as a string.
--
-- A value is kind:version:owner with kind p (provisional), h (held), t (taken), f (free). Versions
-- stay strings: Lua's numbers lose digits from 2^53 on.
--
-- Why a script: what it reads and what it writes must not be separated by anybody else's step.
-- Running it twice is harmless: the second run meets the owner's own entries and renews them.

local owner = ARGV[1]
local values = redis.call('MGET', unpack(KEYS))
local blocked = {}
local entered = {}

for i, value in ipairs(values) do
  local kind, version, holder
  if value then
    kind, version, holder = string.match(value, '^(%l):(%d+):(.*)$')
  end
  if kind == 't' or ((kind == 'h' or kind == 'p') and holder ~= owner) then
    blocked[#blocked + 1] = i - 1
    blocked[#blocked + 1] = kind
    blocked[#blocked + 1] = version
  elseif kind ~= 'h' then
    -- The version known before stays as the floor below which news is old.
    entered[#entered + 1] = { KEYS[i], 'p:' .. (version or '0') .. ':' .. owner }
  end
end

if #blocked == 0 then
  for _, entry in ipairs(entered) do
    redis.call('SET', entry[1], entry[2], 'PX', ARGV[2])
  end
end
return blocked
