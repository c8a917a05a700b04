#!/usr/bin/env bash
# Makes src/ui/fonts/seeing-math.woff2: the glyphs that our formulas use out of STIX Two Math, with its MATH table for stretched brackets and roots.
# Needs npm and FontTools with Brotli (Debian: python3-fonttools, python3-brotli; PYTHON=/usr/bin/python3 where another Python comes first).
# Run it again when a formula brings a new character.
set -euo pipefail
cd "$(dirname "$0")/.."

version=5.3.0
fonts="$PWD/src/ui/fonts"
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT

(cd "$temporary" && npm pack --silent "@fontsource/stix-two-math@$version" >/dev/null && tar xf ./*.tgz)

# Browsers draw a one-letter <mi> with the mathematical italic letter, so both forms are kept; italic h is U+210E.
unicodes=(
  U+0020-0029 U+002B-005B U+005D U+0061-007A U+007C  # ASCII without * \\ ^ _ ` { } ~, whose stretched forms are large
  U+00A0 U+00AC U+00B1 U+00B7 U+00D7  # no-break space ¬ ± · ×
  U+1D434-1D467 U+210E                # italic letters
  U+03B1-03B8 U+03BB U+03BC U+03C0 U+03C3 U+03C4 U+03C6 U+03F5   # α…θ λ μ π σ τ φ ϵ
  U+1D6FC-1D703 U+1D706 U+1D707 U+1D70B U+1D70E U+1D70F U+1D711 U+1D716 U+1D700  # the same in italics
  U+0394 U+03A3 U+2202 U+2207         # Δ Σ ∂ ∇
  U+211D U+2113 U+22A4 U+2032                # ℝ ℓ ⊤ ′
  U+2208 U+2264 U+2265 U+2248 U+2260 U+226A U+226B U+2192  # ∈ ≤ ≥ ≈ ≠ ≪ ≫ →
  U+2211 U+221A U+221E U+2212 U+2215 U+2295 U+2299 U+22C5 U+2217  # ∑ √ ∞ − ∕ ⊕ ⊙ ⋅ ∗
  U+2026 U+22EF U+22EE U+22F1         # … ⋯ ⋮ ⋱
  U+2016                              # ‖
)
"${PYTHON:-python3}" -m fontTools.subset "$temporary"/package/files/stix-two-math-latin-400-normal.woff2 \
  --unicodes="$(IFS=,; echo "${unicodes[*]}")" \
  --layout-features='kern' --no-hinting --desubroutinize --drop-tables+=DSIG,GPOS,GDEF \
  --flavor=woff2 --output-file="$fonts/seeing-math.woff2"
cp "$temporary/package/LICENSE" "$fonts/OFL.txt"
ls -l "$fonts/seeing-math.woff2"
