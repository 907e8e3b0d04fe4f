-- Remembers the ledger's news of some seats for a short while, unless newer is known.
--
-- KEYS[1..n]  one key a seat, all of one event
-- ARGV        four values a seat, in the order of KEYS:
--               kind: h (held), t (taken) or f (free)
--               version, a decimal number as a string
--               owner: fingerprint of the holder's token, '' unless held
--               life of the entry, in milliseconds
--
-- Returns the number of seats that changed.
--
-- Why a script: between comparing the versions and writing, newer news could arrive and be lost.
-- Running it twice is harmless: the second run finds the same version and writes the same again.

-- Without leading zeros the longer number is the greater; Lua's own numbers lose digits.
local function older(a, b)
  if #a ~= #b then
    return #a < #b
  end
  return a < b
end

local changed = 0
for i, value in ipairs(redis.call('MGET', unpack(KEYS))) do
  local at = (i - 1) * 4
  local news = ARGV[at + 2]
  local kind, known
  if value then
    kind, known = string.match(value, '^(%l):(%d+):')
  end
  -- A provisional entry yields to newer news only: of the same version, the claim came after it.
  local stale = kind and (older(news, known) or (kind == 'p' and news == known))
  if not stale then
    local entry = ARGV[at + 1] .. ':' .. news .. ':' .. ARGV[at + 3]
    redis.call('SET', KEYS[i], entry, 'PX', ARGV[at + 4])
    changed = changed + 1
  end
end
return changed
