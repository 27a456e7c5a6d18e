//! A linear axis with round ends and ticks.

/// From values to pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// Value at the start of the axis.
    pub low: f64,
    /// Value at its end.
    pub high: f64,
    /// Value between two ticks.
    pub step: f64,
    start: f64,
    length: f64,
}

impl Scale {
    /// An axis over `values` and 0, of about `ticks` round steps, drawn from `start` over `length` pixels.
    pub fn over(values: impl Iterator<Item = f64>, ticks: u32, start: f64, length: f64) -> Self {
        let (low, high) = values
            .filter(|value| value.is_finite())
            .fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        let high = if high > low { high } else { low + 1.0 };
        let step = round_step((high - low) / f64::from(ticks.max(1)));
        Self { low: (low / step).floor() * step, high: (high / step).ceil() * step, step, start, length }
    }

    /// The pixel of a value; one beyond the axis is at its end.
    pub fn at(self, value: f64) -> f64 {
        let value = value.clamp(self.low, self.high);
        self.start + (value - self.low) / (self.high - self.low) * self.length
    }

    /// The values that have a tick.
    pub fn ticks(self) -> Vec<f64> {
        let count = ((self.high - self.low) / self.step).round() as u32;
        (0..=count.min(100)).map(|i| self.low + f64::from(i) * self.step).collect()
    }
}

/// The next of 1, 2, 5, 10, 20 … from `least` on.
fn round_step(least: f64) -> f64 {
    let mut unit = 1.0;
    while unit > least {
        unit /= 10.0;
    }
    while unit * 10.0 < least {
        unit *= 10.0;
    }
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * unit).find(|&step| step >= least).unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_starts_at_nought_and_ends_on_a_round_number() {
        let cases: [(&[f64], f64, f64, f64); 6] = [
            (&[67.77, 100.0], 0.0, 100.0, 20.0),
            (&[305.0, 96.0], 0.0, 400.0, 100.0),
            (&[2397.0], 0.0, 2500.0, 500.0),
            (&[-3.0, 4.0], -4.0, 4.0, 2.0),
            (&[0.0], 0.0, 1.0, 0.2),
            (&[], 0.0, 1.0, 0.2),
        ];
        for (values, low, high, step) in cases {
            let scale = Scale::over(values.iter().copied(), 5, 0.0, 100.0);
            let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
            assert!(
                near(scale.low, low) && near(scale.high, high) && near(scale.step, step),
                "{values:?} has {scale:?}"
            );
        }
    }

    #[test]
    fn values_stand_in_proportion_and_never_off_the_axis() {
        let scale = Scale::over([100.0].into_iter(), 5, 50.0, 200.0);
        assert_eq!([0.0, 50.0, 100.0, 1e9, -5.0].map(|value| scale.at(value)), [50.0, 150.0, 250.0, 250.0, 50.0]);
        assert_eq!(scale.ticks(), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
    }
}
