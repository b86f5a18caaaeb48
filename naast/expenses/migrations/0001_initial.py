import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('companionship', '0006_beside_each_other'),
        ('organisations', '0004_staff_sessions'),
        ('people', '0009_restricted_and_erased'),
        ('programmes', '0010_basic_care'),
    ]

    operations = [
        migrations.CreateModel(
            name='CostYear',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('nears_since', models.DateField(blank=True, editable=False, null=True)),
                ('name', naast.core.fields.EncryptedTextField(blank=True, verbose_name='name on the list of the year')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cost_years', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'year', 'person'], name='expenses_co_organis_3d90ed_idx'), models.Index(condition=models.Q(('nears_since__isnull', False)), fields=['organisation', 'year'], name='nears_a_ceiling')],
                'constraints': [models.UniqueConstraint(fields=('person', 'year'), name='one_cost_year_a_person')],
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('travel', 'Travel'), ('real_cost', 'A cost I paid'), ('flat', 'A fixed amount'), ('gift', 'A gift')], max_length=10, verbose_name='what')),
                ('day', models.DateField(verbose_name='on which day')),
                ('cents', models.IntegerField(verbose_name='amount')),
                ('km', models.IntegerField(blank=True, null=True, verbose_name='kilometres')),
                ('hours', models.PositiveIntegerField(blank=True, null=True, verbose_name='hours')),
                ('vehicle', models.CharField(blank=True, choices=[('car', 'By car'), ('bicycle', 'By bicycle'), ('public', 'By bus, tram or train'), ('motorbike', 'By motorbike')], max_length=10, verbose_name='with what')),
                ('task', models.CharField(choices=[('ordinary', 'An ordinary task'), ('night_guard', 'Sleeping over with somebody who needs help'), ('day_guard', 'Being with somebody who needs help by day'), ('lying_transport', 'Transport of a patient lying down'), ('regular_transport', 'Driving people regularly'), ('sport', 'Sport, as the decree names it')], default='ordinary', max_length=20)),
                ('from_place', naast.core.fields.EncryptedTextField(blank=True, verbose_name='from')),
                ('to_place', naast.core.fields.EncryptedTextField(blank=True, verbose_name='to')),
                ('purpose', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what for')),
                ('state', models.CharField(choices=[('sent', 'Sent: somebody looks at it'), ('asked_back', 'There is a question about it'), ('second', 'Looked at once; a second colleague looks too'), ('approved', 'Agreed: it will be paid'), ('batched', 'Being paid'), ('paid', 'Paid'), ('withdrawn', 'Taken back'), ('not_paid', 'Not paid, with a reason')], default='sent', max_length=10)),
                ('warnings', models.JSONField(default=list)),
                ('question', naast.core.fields.EncryptedTextField(blank=True, verbose_name='question')),
                ('answer', naast.core.fields.EncryptedTextField(blank=True, verbose_name='answer')),
                ('paid_on', models.DateField(blank=True, null=True)),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('first_look_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='programmes.programme')),
                ('reverses', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reversed_by', to='expenses.claim')),
                ('second_look_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('visit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='claims', to='companionship.visit')),
                ('cost_year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='expenses.costyear')),
            ],
            options={
                'ordering': ['id'],
                'indexes': [models.Index(fields=['cost_year', 'id'], name='expenses_cl_cost_ye_b68390_idx'), models.Index(fields=['organisation', 'state', 'day', 'id'], name='expenses_cl_organis_fbdc6b_idx'), models.Index(condition=models.Q(('state__in', ('sent', 'second'))), fields=['organisation', 'day', 'id'], name='claims_to_look_at')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('reverses__isnull', True), ('cents__gt', 0)), models.Q(('reverses__isnull', False), ('cents__lt', 0)), _connector='OR'), name='only_a_reversal_is_below_zero'), models.CheckConstraint(condition=models.Q(models.Q(('second_look_by', models.F('first_look_by')), _negated=True), ('second_look_by__isnull', True), _connector='OR'), name='two_pairs_of_eyes'), models.CheckConstraint(condition=models.Q(('paid_on__isnull', False), models.Q(('state', 'paid'), _negated=True), _connector='OR'), name='what_is_paid_has_a_day'), models.UniqueConstraint(condition=models.Q(('reverses__isnull', True), ('state__in', ('sent', 'asked_back', 'second', 'approved', 'batched', 'paid')), ('visit__isnull', False)), fields=('visit', 'kind'), name='one_claim_a_visit_and_kind')],
            },
        ),
        migrations.CreateModel(
            name='Declaration',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('has_others', models.BooleanField(verbose_name='another organisation pays me something too')),
                ('other_flat', models.PositiveIntegerField(default=0, verbose_name='fixed amounts elsewhere this year')),
                ('other_month', models.PositiveIntegerField(default=0, verbose_name='elsewhere in one month, at most')),
                ('other_real', models.BooleanField(default=False, verbose_name='proven costs elsewhere')),
                ('other_km', models.PositiveIntegerField(default=0, verbose_name='kilometres elsewhere this year')),
                ('no_allowance', models.BooleanField(default=False, verbose_name='I have no social security or assistance allowance in this period')),
                ('declared_on', models.DateField(verbose_name='declared on')),
                ('how', models.CharField(choices=[('screen', 'on the screen'), ('paper', 'signed on paper')], default='screen', max_length=6)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('cost_year', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='declarations', to='expenses.costyear')),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('cost_year',), name='one_living_declaration_a_year')],
            },
        ),
        migrations.CreateModel(
            name='PayAccount',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('holder', naast.core.fields.EncryptedTextField(blank=True, verbose_name='name on the account')),
                ('iban', naast.core.fields.EncryptedTextField(blank=True, verbose_name='account number')),
                ('wants_cash', models.BooleanField(default=False, verbose_name='rather in cash')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pay_account', to='people.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProgrammeCosts',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('pays_travel', models.BooleanField(default=True, verbose_name='travel')),
                ('pays_real', models.BooleanField(default=True, verbose_name='costs with proof')),
                ('pays_flat', models.BooleanField(default=False, verbose_name='a fixed amount')),
                ('flat_amount', models.PositiveIntegerField(blank=True, null=True, verbose_name='how much')),
                ('kilometre_rate', models.PositiveIntegerField(blank=True, null=True, verbose_name='a kilometre')),
                ('task', models.CharField(choices=[('ordinary', 'An ordinary task'), ('night_guard', 'Sleeping over with somebody who needs help'), ('day_guard', 'Being with somebody who needs help by day'), ('lying_transport', 'Transport of a patient lying down'), ('regular_transport', 'Driving people regularly'), ('sport', 'Sport, as the decree names it')], default='ordinary', max_length=20, verbose_name='kind of task')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='costs', to='programmes.programme')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Proof',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('jpeg', models.BinaryField(blank=True, default=bytes)),
                ('paper', models.CharField(blank=True, max_length=40, verbose_name='number of the paper in your folder')),
                ('claim', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='proof', to='expenses.claim')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('jpeg', b''), _negated=True), models.Q(('paper', ''), _negated=True), _connector='OR'), name='a_proof_is_a_photo_or_a_paper')],
            },
        ),
        migrations.CreateModel(
            name='CostSettings',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('flat_is_on', models.BooleanField(default=False, verbose_name='fixed amounts are given')),
                ('flat_reason', models.TextField(blank=True, max_length=1000, verbose_name='why, and for whom')),
                ('flat_decided_on', models.DateField(blank=True, null=True, verbose_name='decided on')),
                ('second_pair_above', models.PositiveIntegerField(default=10000, verbose_name='a second colleague looks above')),
                ('account_name', models.CharField(blank=True, max_length=70, verbose_name='name of the account')),
                ('iban', models.CharField(blank=True, max_length=34, verbose_name='account number')),
                ('bic', models.CharField(blank=True, max_length=11, verbose_name='BIC, when your bank asks for it')),
                ('changed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation',), name='one_cost_settings_a_house'), models.CheckConstraint(condition=models.Q(('flat_is_on', False), models.Q(models.Q(('flat_reason', ''), _negated=True), ('flat_decided_on__isnull', False)), _connector='OR'), name='a_fixed_amount_was_decided')],
            },
        ),
    ]
